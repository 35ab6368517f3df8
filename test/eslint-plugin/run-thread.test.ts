import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { openIndexes } from '../../eslint-plugin/project-index.ts'
import { writeTree } from '../project/written-tree.ts'
import { ESLINTS, PLUGIN, runEslint } from './run.ts'
import { LEAK, LEAKING, MENDED_MAIN } from './service.ts'

const MODULES = join(import.meta.dirname, '../../node_modules')
const [, [, ESLINT]] = ESLINTS

/** Tells at the end how many threads were begun and questions asked, and in `threadEnd` when the first has ended. */
const WATCH = `import { writeSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import threads from 'node:worker_threads'

let begun = 0
let asked = 0
threads.Worker = class extends threads.Worker {
  constructor(...args) {
    super(...args)
    begun++
    globalThis.threadEnd ??= new Promise((resolve) => this.once('exit', resolve))
  }
}
const { postMessage } = threads.MessagePort.prototype
threads.MessagePort.prototype.postMessage = function (message, ...more) {
  if (message?.root) asked++
  return postMessage.call(this, message, ...more)
}
if (threads.isMainThread) process.once('exit', () => writeSync(2, \`threads: \${begun}, questions: \${asked}\`))
syncBuiltinESMExports()
`

const TEST_FILE = `import pg from 'pg'\n\ntest('it connects', () => new pg.Pool().connect())\n`

/** Lints a service once the thread has ended, after `then` has happened. */
function lintAfterTheEnd(files: Readonly<Record<string, string | object>>, then = '', linted = ['src', 'test']) {
  const root = writeTree({
    ...files,
    'eslint.config.js': `import { writeFileSync } from 'node:fs'
import graceful from '${PLUGIN}'

// A thread of the plugin keeps no process alive.
const waiting = setInterval(() => undefined, 1000)
await globalThis.threadEnd
clearInterval(waiting)
${then}
export default [graceful.configs.recommended]
`,
    'watch.mjs': WATCH,
  })
  symlinkSync(MODULES, join(root, 'node_modules'))
  const flags = ['--import', pathToFileURL(join(root, 'watch.mjs')).href]
  const { messages, stderr } = runEslint(ESLINT, root, linted, '', flags)
  return { messages, seen: stderr }
}

describe('the thread of a command that lints files as they are on disk', () => {
  const SERVICE = { ...LEAKING, 'test/db.test.js': TEST_FILE }

  test('ends when it has told everything, and the rest is done without', () => {
    expect(lintAfterTheEnd(SERVICE)).toEqual({
      messages: { 'src/db.js': [LEAK] },
      seen: 'threads: 1, questions: 0',
    })
  })

  test('is not begun again for files that belong to no program', () => {
    const { messages, seen } = lintAfterTheEnd({
      ...SERVICE,
      '.git/HEAD': '',
      '.gitignore': 'made/\n',
      'src/made/server.js': `import express from 'express'\n\nexpress().listen(3000)\n`,
    })
    expect(messages).toMatchObject({
      'src/db.js': [LEAK],
      'src/made/server.js': [{ ruleId: 'graceful-service/require-signal-handlers', line: 3 }],
    })
    expect(seen).toBe('threads: 1, questions: 0')
  })

  test('is begun again for a file that was changed meanwhile, and nothing that was told before counts', () => {
    const withReplica = (main: string): string => `import { pool as replica } from './replica.js'\n${main}`
    const mended = MENDED_MAIN.replace('await pool.end()', 'await pool.end()\n    await replica.end()')
    const { 'package.json': manifest, 'src/main.js': main, 'src/db.js': db } = LEAKING
    const service = {
      'package.json': manifest,
      'src/main.js': withReplica(main),
      'src/db.js': db,
      'src/replica.js': db,
    }
    const services = ['orders', 'payments', 'prices', 'seats', 'stock', 'tickets'].flatMap((name) =>
      Object.entries(service).map(([file, content]) => [`services/${name}/${file}`, content] as const),
    )
    // Each is judged by itself, the last one last, so that an answer about a file tells nothing of the next.
    const files = { 'package.json': { type: 'module', workspaces: ['services/*'] }, ...Object.fromEntries(services) }
    const changed = `writeFileSync('services/tickets/src/main.js', ${JSON.stringify(withReplica(mended))})
writeFileSync('services/tickets/src/db.js', ${JSON.stringify(`// The pool.\n${db}`)})
`
    const { messages, seen } = lintAfterTheEnd(files, changed, ['services'])
    expect(Object.keys(messages).filter((file) => file.includes('tickets'))).toEqual([])
    expect(messages).toMatchObject({
      'services/payments/src/db.js': [LEAK],
      'services/payments/src/replica.js': [LEAK],
    })
    expect(seen).toMatch(/^threads: 2, /)
  })
})

describe('what is told of a project', () => {
  function toldOf(files: Readonly<Record<string, string | object>>): boolean {
    const root = writeTree(files)
    const indexes = openIndexes({ byParts: true, isRun: true })
    while (indexes.goOn(root));
    return indexes.hasToldAll(root)
  }

  test('is all that can be asked for', () => {
    expect(toldOf(LEAKING)).toBe(true)
    expect(toldOf({ ...LEAKING, 'package.json': { workspaces: ['jobs'] }, 'jobs/package.json': {} })).toBe(true)
  })

  test('is not where a package below is a project of its own', () => {
    expect(toldOf({ ...LEAKING, 'jobs/package.json': {} })).toBe(false)
  })
})
