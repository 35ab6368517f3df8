import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { writeTree } from '../project/written-tree.ts'
import { ESLINTS, PLUGIN, runEslint } from './run.ts'
import { LEAK, LEAKING, MENDED_MAIN } from './service.ts'

const MODULES = join(import.meta.dirname, '../../node_modules')
const CONFIG = `import graceful from '${PLUGIN}'\nexport default [graceful.configs.recommended]\n`

type Files = Readonly<Record<string, string | object>>

function service(files: Files): string {
  const root = writeTree({ ...LEAKING, 'eslint.config.js': CONFIG, ...files })
  symlinkSync(MODULES, join(root, 'node_modules'))
  return root
}

describe.each(ESLINTS)('with ESLint %s', (_, eslint) => {
  test('a leak is found in one file because of another', () => {
    const { status, messages } = runEslint(eslint, service({}), ['.'])
    expect(messages).toEqual({ 'src/db.js': [LEAK] })
    expect(status).toBe(1)
  })

  test('it is found when its file alone is linted', () => {
    expect(runEslint(eslint, service({}), ['src/db.js']).messages).toEqual({ 'src/db.js': [LEAK] })
  })

  test('it is gone when the other file is mended', () => {
    const { status, messages } = runEslint(eslint, service({ 'src/main.js': MENDED_MAIN }), ['.'])
    expect(messages).toEqual({})
    expect(status).toBe(0)
  })

  test.each([
    ['espree', ''],
    ['typescript-eslint', `import parser from 'typescript-eslint'`],
    ['Babel', `import parser from '@babel/eslint-parser'`],
  ])('it is the same with the parser of %s', (name, load) => {
    const parser = {
      espree: '{}',
      'typescript-eslint': '{ parser: parser.parser }',
      Babel: '{ parser, parserOptions: { requireConfigFile: false } }',
    }[name]
    const root = service({
      'eslint.config.js': `import graceful from '${PLUGIN}'\n${load}\nexport default [graceful.configs.recommended, { languageOptions: ${parser ?? ''} }]\n`,
    })
    expect(runEslint(eslint, root, ['.']).messages).toEqual({ 'src/db.js': [LEAK] })
  })

  test('TypeScript and JSX are understood, with and without types', () => {
    const root = service({
      'tsconfig.json': { compilerOptions: { module: 'nodenext', jsx: 'preserve' }, include: ['src'] },
      'src/db.ts': `import pg from 'pg'\n\nexport const pool: pg.Pool = new pg.Pool()\n`,
      'src/page.tsx': 'export const Page = (): object => <main />\n',
      'src/main.js': LEAKING['src/main.js'].replace('./db.js', './db.ts'),
      'eslint.config.js': `import graceful from '${PLUGIN}'
import tseslint from 'typescript-eslint'
export default [
  { ignores: ['src/db.js'] },
  { files: ['**/*.{js,ts,tsx}'], languageOptions: { parser: tseslint.parser } },
  { files: ['src/**/*.ts'], languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } } },
  graceful.configs.recommended,
]\n`,
    })
    expect(runEslint(eslint, root, ['.']).messages).toEqual({
      'src/db.ts': [{ ...LEAK, column: 30, endColumn: 43 }],
    })
  })

  test('a config is extended by its name, in ES modules and in CommonJS', () => {
    const body = `defineConfig({ files: ['src/*.js'], plugins: { 'graceful-service': graceful }, extends: ['graceful-service/strict'] })`
    const esm = `import { defineConfig } from 'eslint/config'\nimport graceful from '${PLUGIN}'\nexport default ${body}\n`
    const commonjs = `const { defineConfig } = require('eslint/config')\nconst graceful = require('${PLUGIN}')\nmodule.exports = ${body}\n`
    for (const [name, config] of [
      ['eslint.config.mjs', esm],
      ['eslint.config.cjs', commonjs],
    ] as const) {
      const root = writeTree({ ...LEAKING, [name]: config })
      symlinkSync(MODULES, join(root, 'node_modules'))
      expect(runEslint(eslint, root, ['.']).messages).toEqual({ 'src/db.js': [LEAK] })
    }
  })

  test('a comment silences it, and one that silences nothing is reported', () => {
    const silent = '// eslint-disable-next-line graceful-service/require-cleanup -- ended by the platform\n'
    const root = service({
      'src/db.js': `import pg from 'pg'\n\n${silent}export const pool = new pg.Pool()\n`,
      'src/other.js': `${silent}export const other = 1\n`,
    })
    const { messages } = runEslint(eslint, root, ['.', '--report-unused-disable-directives'])
    expect(Object.keys(messages)).toEqual(['src/other.js'])
  })

  test('a byte order mark and carriage returns move nothing', () => {
    const root = service({ 'src/db.js': `\uFEFFimport pg from 'pg'\r\n\r\nexport const pool = new pg.Pool()\r\n` })
    expect(runEslint(eslint, root, ['.']).messages).toEqual({ 'src/db.js': [LEAK] })
  })

  test('what the user describes is looked for, and a mistake in it stops the lint with file and key', () => {
    const lease = {
      'src/db.js': `import { openLedger } from '@shop/ledger'\n\nexport const pool = openLedger()\n`,
    }
    const graceful = { resources: [{ module: '@shop/ledger', acquire: 'openLedger()', release: '.end()' }] }
    const good = service({ ...lease, 'package.json': { ...LEAKING['package.json'], graceful } })
    expect(runEslint(eslint, good, ['.']).messages).toEqual({
      'src/db.js': [{ ...LEAK, message: LEAK.message.replace('new pg.Pool()', 'openLedger()'), endColumn: 33 }],
    })
    const bad = service({
      ...lease,
      'graceful.config.json': { resources: [{ ...graceful.resources[0], release: 'end' }] },
    })
    const { status, stderr } = runEslint(eslint, bad, ['.'])
    expect(stderr).toContain('graceful.config.json: `resources[0].release` is "end", expected such as ".close()"')
    expect(status).toBe(2)
  })

  test('the text from standard input is judged as the file that it is said to be', () => {
    const args = ['--stdin', '--stdin-filename', 'src/main.js']
    const opened = `${MENDED_MAIN}\nimport { createPool } from 'mysql2'\nexport const other = createPool()\n`
    const { messages } = runEslint(eslint, service({}), args, opened)
    expect(messages['src/main.js']?.map(({ message }) => message)).toEqual([
      LEAK.message.replace('new pg.Pool()', 'createPool()'),
    ])
  })
})
