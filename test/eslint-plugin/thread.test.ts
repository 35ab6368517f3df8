import { spawnSync } from 'node:child_process'
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { writeIn, writeTree } from '../project/written-tree.ts'
import { ESLINTS, PLUGIN, runEslint } from './run.ts'
import { LEAK, LEAKING } from './service.ts'

const MODULES = join(import.meta.dirname, '../../node_modules')
const [, [, ESLINT]] = ESLINTS
const CONFIG = `import graceful from '${PLUGIN}'\nexport default [graceful.configs.recommended]\n`

/** Loads the plugin in a process whose script goes by this name, and tells what threads it begins. */
function threadsBegunIn(script: string, ...args: readonly string[]): readonly string[] {
  const root = writeTree({
    ...LEAKING,
    [script]: `import { syncBuiltinESMExports } from 'node:module'
import threads from 'node:worker_threads'
threads.Worker = class {
  constructor(script, { workerData }) {
    console.log(workerData.early, workerData.isRun ? 'until all is told' : 'to stay')
    throw new Error('There is no thread here.')
  }
}
syncBuiltinESMExports()
await import('${pathToFileURL(PLUGIN).href}')
`,
  })
  const { stdout } = spawnSync(process.execPath, [join(root, script), ...args], { cwd: root, encoding: 'utf8' })
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.replace(root, 'the project'))
}

describe('the thread in which projects are judged', () => {
  test.each(['bin/eslint.js', 'bin/oxlint'])(
    'is begun early by the command %s, for the project that it runs in',
    (command) => {
      expect(threadsBegunIn(command)).toEqual(['the project until all is told'])
    },
  )

  test.each(['--fix', '--fix-dry-run', '--stdin', '--lsp'])(
    'stays where the command lints texts that the disk does not have, or will not: %s',
    (option) => {
      expect(threadsBegunIn('bin/eslint.js', option, 'src')).toEqual(['the project to stay'])
    },
  )

  test('is not begun by an import that lints nothing', () => {
    expect(threadsBegunIn('server.js')).toEqual([])
  })

  test('leaves a project that it was begun for and that nobody asks for', () => {
    const { 'package.json': manifest, 'src/db.js': db, 'src/main.js': main } = LEAKING
    const root = writeTree({
      'package.json': { type: 'module' },
      'eslint.config.js': CONFIG,
      'payments/package.json': manifest,
      'payments/src/db.js': db,
      'payments/src/main.js': main,
    })
    symlinkSync(MODULES, join(root, 'node_modules'))
    expect(runEslint(ESLINT, root, ['payments']).messages).toEqual({ 'payments/src/db.js': [LEAK] })
  })

  test.each([
    ['apart, where they share nothing that opens anything', ''],
    ['together, where they share a pool', `import pg from 'pg'\nexport const shared = new pg.Pool()\n`],
  ])('judges services %s, and finds the same as without', (_, shared) => {
    const names = ['orders', 'payments', 'prices', 'seats', 'stock', 'tickets']
    const { 'src/db.js': db, 'src/main.js': main } = LEAKING
    const root = writeTree({
      'package.json': { type: 'module', workspaces: ['services/*'] },
      'eslint.config.js': CONFIG,
      'packages/shared.js': shared,
    })
    for (const name of names) {
      const own = `services/${name}`
      writeIn(root, `${own}/package.json`, { name, type: 'module', main: 'src/main.js' })
      writeIn(root, `${own}/src/db.js`, `import '../../../packages/shared.js'\n${db}`)
      writeIn(root, `${own}/src/main.js`, main)
    }
    symlinkSync(MODULES, join(root, 'node_modules'))
    const { messages } = runEslint(ESLINT, root, ['.'])
    const without = runEslint(ESLINT, root, ['.'], '', ['--permission', '--allow-fs-read=*', '--allow-addons'])
    expect(messages).toEqual(without.messages)
    for (const name of names)
      expect(messages[`services/${name}/src/db.js`]).toMatchObject([{ ...LEAK, line: 4, endLine: 4 }])
    expect(messages['packages/shared.js'] ?? []).toHaveLength(shared === '' ? 0 : 1)
  })

  test('is done without where it fails to begin', () => {
    const root = writeTree({
      ...LEAKING,
      'eslint.config.js': CONFIG,
      'no-threads.js': `import { syncBuiltinESMExports } from 'node:module'
import threads from 'node:worker_threads'
threads.Worker = class extends threads.Worker {
  constructor(script, options) {
    super('throw new Error("The script is in no place where a thread finds it.")', { ...options, eval: true })
  }
}
syncBuiltinESMExports()
`,
    })
    symlinkSync(MODULES, join(root, 'node_modules'))
    const flags = ['--import', pathToFileURL(join(root, 'no-threads.js')).href]
    expect(runEslint(ESLINT, root, ['src'], '', flags).messages).toEqual({ 'src/db.js': [LEAK] })
  })

  test('is done without where Node.js may start none', () => {
    const root = writeTree({ ...LEAKING, 'eslint.config.js': CONFIG })
    symlinkSync(MODULES, join(root, 'node_modules'))
    const allowed = ['--permission', '--allow-fs-read=*', '--allow-addons']
    expect(runEslint(ESLINT, root, ['.'], '', allowed).messages).toEqual({ 'src/db.js': [LEAK] })
  })
})
