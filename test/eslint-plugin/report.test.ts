import { ESLint, RuleTester } from 'eslint'
import { describe, expect, it, test, vi } from 'vitest'
import type { Finding } from '../../analysis/index.ts'
import plugin from '../../eslint-plugin/index.ts'
import { rules } from '../../eslint-plugin/rules/index.ts'

const found = vi.hoisted(() => ({ findings: [] as unknown[] }))
// In this thread, where the analysis can be replaced.
vi.mock('../../eslint-plugin/ask-index.ts', () => import('./ask-index-here.ts'))
vi.mock('../../analysis/analysis.ts', () => ({
  createAnalysis: () => ({ findingsIn: () => found.findings, found: () => undefined }),
}))

RuleTester.describe = describe
RuleTester.it = it

const CODE = "import { stop } from './stop.js'\nprocess.on('SIGTERM', stop)\n"

const FINDING: Finding = {
  rule: 'no-repeated-shutdown',
  verdict: 'not-idempotent',
  confidence: 'certain',
  place: { file: 'main.js', start: 33, end: 60, line: 2, column: 0, endLine: 2, endColumn: 27 },
  message: 'notIdempotent',
  data: { signal: 'SIGTERM' },
  because: [],
  suggestions: [
    {
      id: 'runOnce',
      data: {},
      edits: [
        { start: 0, end: 0, text: '// Once.\n' },
        { start: 41, end: 43, text: 'once' },
      ],
    },
  ],
}

found.findings = [FINDING]

new RuleTester().run('a finding with an edit of two places', rules['no-repeated-shutdown'], {
  assertionOptions: { requireMessage: 'messageId', requireLocation: true, requireData: true },
  valid: [],
  invalid: [
    {
      code: CODE,
      errors: [
        {
          messageId: 'notIdempotent',
          data: { signal: 'SIGTERM' },
          line: 2,
          column: 1,
          endLine: 2,
          endColumn: 28,
          suggestions: [{ messageId: 'runOnce', output: `// Once.\n${CODE.replace('process.on(', 'process.once(')}` }],
        },
      ],
    },
  ],
})

test('a rule reports its own findings, and with them the likely ones only when it is told to', async () => {
  found.findings = [
    FINDING,
    { ...FINDING, confidence: 'likely' },
    { ...FINDING, rule: 'require-exit', message: 'noExit', suggestions: [] },
  ]
  const counts = async (config: keyof typeof plugin.configs) => {
    const eslint = new ESLint({ overrideConfigFile: true, overrideConfig: [plugin.configs[config]] })
    const [result] = await eslint.lintText(CODE)
    return result?.messages.map(({ ruleId }) => ruleId?.replace('graceful-service/', '')).toSorted()
  }
  expect(await counts('recommended')).toEqual(['no-repeated-shutdown', 'require-exit'])
  expect(await counts('strict')).toEqual(['no-repeated-shutdown', 'no-repeated-shutdown', 'require-exit'])
})
