import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ESLint, type Linter } from 'eslint'
import { describe, expect, test } from 'vitest'
import plugin from '../../eslint-plugin/index.ts'
import { writeIn, writeTree } from '../project/written-tree.ts'
import { toMessage, type Message } from './run.ts'
import { LEAK, LEAKING, MENDED_MAIN } from './service.ts'

/** After such a pause an editor's next question is answered from a fresh look at the disk. */
const PAUSE_MS = 550

/** An ESLint that stays, as in an editor, and lints what a person sees. */
function openEditor(root: string, ...more: readonly Linter.Config[]) {
  const eslint = new ESLint({
    cwd: root,
    overrideConfigFile: true,
    overrideConfig: [plugin.configs.recommended, ...more],
  })
  return async (text: string, filePath?: string): Promise<readonly Message[]> => {
    const [result] = await eslint.lintText(text, filePath === undefined ? {} : { filePath: join(root, filePath) })
    return (result?.messages ?? []).map(toMessage)
  }
}

const DB = LEAKING['src/db.js']

describe('in an editor', () => {
  test('the text that is seen is judged, saved or not', async () => {
    const lint = openEditor(writeTree(LEAKING))
    expect(await lint(DB, 'src/db.js')).toEqual([LEAK])
    expect(await lint(`// A comment.\n${DB}`, 'src/db.js')).toEqual([{ ...LEAK, line: 4, endLine: 4 }])
    expect(await lint(`export const pool = {}\n`, 'src/db.js')).toEqual([])
    expect(await lint(DB, 'src/db.js')).toEqual([LEAK])
  })

  test('another file that was saved meanwhile is noticed', async () => {
    const root = writeTree(LEAKING)
    const lint = openEditor(root)
    expect(await lint(DB, 'src/db.js')).toEqual([LEAK])
    writeIn(root, 'src/main.js', MENDED_MAIN)
    await sleep(PAUSE_MS)
    expect(await lint(DB, 'src/db.js')).toEqual([])
    writeIn(root, 'src/main.js', LEAKING['src/main.js'])
    await sleep(PAUSE_MS)
    expect(await lint(DB, 'src/db.js')).toEqual([LEAK])
  })

  test('of services that share nothing, each is judged by what is saved of it', async () => {
    const root = writeTree({ 'package.json': { type: 'module', workspaces: ['services/*'] } })
    for (const name of ['orders', 'payments', 'prices', 'seats'])
      for (const [file, content] of Object.entries(LEAKING)) writeIn(root, `services/${name}/${file}`, content)
    const lint = openEditor(root)
    const leaks = async () => [await lint(DB, 'services/orders/src/db.js'), await lint(DB, 'services/prices/src/db.js')]
    expect(await leaks()).toEqual([[LEAK], [LEAK]])
    writeIn(root, 'services/prices/src/main.js', MENDED_MAIN)
    await sleep(PAUSE_MS)
    expect(await leaks()).toEqual([[LEAK], []])
    expect(await lint(`export const pool = {}\n`, 'services/orders/src/db.js')).toEqual([])
    // It opens the pool of another, too.
    writeIn(root, 'services/prices/src/main.js', `import '../../seats/src/db.js'\n${MENDED_MAIN}`)
    await sleep(PAUSE_MS)
    expect(await leaks()).toEqual([[LEAK], []])
    expect(await lint(DB, 'services/seats/src/db.js')).toEqual([LEAK])
  })

  test('so is a file that came, and one that went', async () => {
    const root = writeTree(LEAKING)
    const lint = openEditor(root)
    writeIn(root, 'src/main.js', `import './stop.js'\n${LEAKING['src/main.js']}`)
    expect(await lint(DB, 'src/db.js')).toEqual([LEAK])
    writeIn(
      root,
      'src/stop.js',
      `import { pool } from './db.js'\nprocess.once('SIGTERM', () => pool.end())\nprocess.once('SIGINT', () => pool.end())\n`,
    )
    await sleep(PAUSE_MS)
    expect(await lint(DB, 'src/db.js')).toEqual([])
    rmSync(join(root, 'src/stop.js'))
    await sleep(PAUSE_MS)
    expect(await lint(DB, 'src/db.js')).toEqual([LEAK])
  })

  test('so is a change of what the user describes, once it makes sense', async () => {
    const root = writeTree({ ...LEAKING, 'graceful.config.json': { resources: [] } })
    const lint = openEditor(root)
    const text = `import { openLedger } from '@shop/ledger'\n\nexport const pool = openLedger()\n`
    const resource = { module: '@shop/ledger', acquire: 'openLedger()', release: '.end()' }
    expect(await lint(text, 'src/db.js')).toEqual([])
    writeIn(root, 'graceful.config.json', { resources: [{ ...resource, release: 7 }] })
    await sleep(PAUSE_MS)
    await expect(lint(text, 'src/db.js')).rejects.toThrow('`resources[0].release` is 7')
    await expect(lint(text, 'src/db.js')).rejects.toThrow('`resources[0].release` is 7')
    writeIn(root, 'graceful.config.json', { resources: [resource] })
    await sleep(PAUSE_MS)
    expect(await lint(text, 'src/db.js')).toHaveLength(1)
  })

  test('a file that was never saved is judged with the others', async () => {
    const lint = openEditor(writeTree(LEAKING))
    const { message } = LEAK
    const text = `import './main.js'\nimport { createPool } from 'mysql2'\nexport const other = createPool()\n`
    expect(await lint(text, 'src/new.js')).toMatchObject([
      { message: message.replace('new pg.Pool()', 'createPool()'), line: 3 },
    ])
  })

  test('a file that is half written is no reason to stop, here or elsewhere', async () => {
    const root = writeTree({ ...LEAKING, 'src/half.js': 'export const half = {{{\n' })
    const lint = openEditor(root)
    expect(await lint(DB, 'src/db.js')).toEqual([LEAK])
    expect(await lint('const = ', 'src/main.js')).toMatchObject([{ ruleId: null }])
  })
})

describe('a text that is no file of a project', () => {
  const SERVER = `import express from 'express'\n\nexpress().listen(3000)\n`
  const FOUND = { ruleId: 'graceful-service/require-signal-handlers', line: 3 }

  test('is judged alone', async () => {
    const lint = openEditor(writeTree(LEAKING))
    expect(await lint(SERVER)).toMatchObject([FOUND])
    const outside = openEditor(writeTree({ 'other.js': SERVER }))
    expect(await outside(SERVER, 'main.js')).toMatchObject([FOUND])
  })

  test('may be a block of a Markdown file', async () => {
    const markdown: Linter.Processor = {
      preprocess: (text) =>
        [...text.matchAll(/```js\n([^]*?)```/g)].map(([, code = ''], at) => ({ text: code, filename: `${at}.js` })),
      postprocess: (messages) => messages.flat(),
    }
    const lint = openEditor(writeTree({ ...LEAKING, 'README.md': '' }), { files: ['**/*.md'], processor: markdown })
    const text = `# A\n\n\`\`\`js\n${SERVER}\`\`\`\n\n\`\`\`js\nconst one = 1\n\`\`\`\n`
    expect(await lint(text, 'README.md')).toMatchObject([FOUND])
  })

  test('may be in a folder that git ignores, or a tool has made', async () => {
    const lint = openEditor(
      writeTree({
        ...LEAKING,
        '.git/HEAD': '',
        '.gitignore': 'made/\n',
        'made/server.js': SERVER,
        'dist/server.js': SERVER,
      }),
    )
    expect(await lint(SERVER, 'made/server.js')).toMatchObject([FOUND])
    expect(await lint(SERVER, 'dist/server.js')).toMatchObject([FOUND])
  })

  test('may be in another language, in which nothing is looked for', async () => {
    const parser: Linter.Parser = {
      parse: () => ({
        type: 'Program',
        body: [],
        tokens: [],
        comments: [],
        range: [0, 0],
        loc: { start: { line: 1, column: 0 }, end: { line: 1, column: 0 } },
        sourceType: 'module',
      }),
    }
    const lint = openEditor(writeTree(LEAKING), { files: ['**/*.vue'], languageOptions: { parser } })
    expect(await lint('<template><main /></template>', 'src/page.vue')).toEqual([])
  })
})

test('the files of a repository whose packages belong together can be judged together', async () => {
  const { 'package.json': manifest, 'src/db.js': db, 'src/main.js': main } = LEAKING
  const root = writeTree({
    'api/package.json': manifest,
    'api/src/main.js': main.replace('./db.js', '../../shared/db.js'),
    'shared/package.json': { type: 'module' },
    'shared/db.js': db,
  })
  expect(await openEditor(root)(db, 'shared/db.js')).toEqual([])
  const lint = openEditor(root, { settings: { 'graceful-service': { root: '.' } } })
  expect(await lint(db, 'shared/db.js')).toEqual([LEAK])
})
