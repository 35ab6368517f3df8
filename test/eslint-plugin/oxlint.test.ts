import { describe, expect, test } from 'vitest'
import { RULES } from '../../analysis/index.ts'
import { writeTree } from '../project/written-tree.ts'
import { ESLINTS, PLUGIN, runEslint, runOxlint } from './run.ts'
import { LEAK, LEAKING, MENDED_MAIN } from './service.ts'
import { SMOKE } from './smoke.ts'

const [, [, ESLINT]] = ESLINTS

const OXLINT = {
  jsPlugins: [PLUGIN],
  categories: { correctness: 'off' },
  rules: Object.fromEntries(
    Object.keys(RULES).map((name) => [`graceful-service/${name}`, ['error', { confidence: 'likely' }]]),
  ),
}

describe('with oxlint', () => {
  test('a leak is found in one file because of another, where ESLint finds it', () => {
    const root = writeTree({ ...LEAKING, '.oxlintrc.json': OXLINT })
    const { status, diagnostics } = runOxlint(root)
    expect(status).toBe(1)
    expect(diagnostics).toHaveLength(1)
    expect(diagnostics[0]).toMatchObject({
      code: 'graceful-service(require-cleanup)',
      message: LEAK.message,
      filename: 'src/db.js',
      labels: [{ span: { line: LEAK.line, column: LEAK.column, length: LEAK.endColumn - LEAK.column } }],
    })
  })

  test('it is gone when the other file is mended', () => {
    const root = writeTree({ ...LEAKING, 'src/main.js': MENDED_MAIN, '.oxlintrc.json': OXLINT })
    expect(runOxlint(root)).toMatchObject({ status: 0, diagnostics: [] })
  })

  test('a comment silences it', () => {
    const silent = '// oxlint-disable-next-line graceful-service/require-cleanup -- ended by the platform\n'
    const root = writeTree({
      ...LEAKING,
      'src/db.js': `import pg from 'pg'\n\n${silent}export const pool = new pg.Pool()\n`,
      '.oxlintrc.json': OXLINT,
    })
    expect(runOxlint(root).diagnostics).toEqual([])
  })

  test('the rules of a config of the plugin can be taken as they are', () => {
    const root = writeTree({
      ...LEAKING,
      'oxlint.config.ts': `import graceful from '${PLUGIN}'
export default { jsPlugins: ['${PLUGIN}'], categories: { correctness: 'off' }, rules: graceful.configs.recommended.rules }\n`,
    })
    expect(runOxlint(root).diagnostics.map(({ filename }) => filename)).toEqual(['src/db.js'])
  })

  test('every rule finds there what it finds in ESLint, at the same place and in the same words', () => {
    const programs = Object.entries(SMOKE).flatMap(([name, { valid, invalid }]) => [
      [`${name}/package.json`, { type: 'module' }],
      [`${name}/main.js`, invalid],
      [`${name}-mended/package.json`, { type: 'module' }],
      [`${name}-mended/main.js`, valid],
    ])
    const config = `import graceful from '${PLUGIN}'\nexport default [graceful.configs.strict]\n`
    const root = writeTree({
      ...(Object.fromEntries(programs) as Record<string, string | object>),
      '.oxlintrc.json': OXLINT,
      'eslint.config.js': config,
    })
    const inOxlint = runOxlint(root).diagnostics.map(({ filename, code, message, labels: [label] }) =>
      [filename, label?.span.line, label?.span.column, code.replace(/\((.+)\)/, '/$1'), message].join(' '),
    )
    const inEslint = Object.entries(runEslint(ESLINT, root, ['.']).messages).flatMap(([file, messages]) =>
      messages.map(({ line, column, ruleId, message }) => [file, line, column, ruleId, message].join(' ')),
    )
    expect(inOxlint.toSorted()).toEqual(inEslint.toSorted())
    expect(inEslint.length).toBeGreaterThanOrEqual(Object.keys(SMOKE).length)
  })
})
