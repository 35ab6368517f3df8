import { ESLint } from 'eslint'
import { expect, test, vi } from 'vitest'
import plugin from '../../eslint-plugin/index.ts'

// In this thread, where the analysis can be replaced.
vi.mock('../../eslint-plugin/ask-index.ts', () => import('./ask-index-here.ts'))
vi.mock('../../analysis/analysis.ts', () => ({
  createAnalysis: () => ({
    findingsIn() {
      throw new TypeError('a token is undefined')
    },
  }),
}))

test('a failure of the analysis is one message in its file, and the lint goes on', async () => {
  const eslint = new ESLint({
    overrideConfigFile: true,
    overrideConfig: [plugin.configs.recommended, { rules: { 'no-var': 'error' } }],
  })
  for (let lint = 0; lint < 2; lint += 1) {
    const [result] = await eslint.lintText('var pool\n')
    expect(result?.messages.map(({ ruleId }) => ruleId)).toEqual(['graceful-service/require-cleanup', 'no-var'])
    expect(result?.messages[0]?.message).toMatch(
      /^The analysis of this file failed, .*: TypeError: a token is undefined +at .*failure\.test\.ts/,
    )
  }
})
