import { spawnSync } from 'node:child_process'
import { stripVTControlCharacters } from 'node:util'
import { describe, expect, test } from 'vitest'
import { writeTree } from '../project/written-tree.ts'
import { call, callOnTerminal, CLI } from './called.ts'
import { LEAKING } from './trees.ts'

const hasScript = spawnSync('script', ['--version']).status === 0
const CHECK = `${process.execPath} ${CLI} check`
const ESCAPE = '\u001B'

describe.skipIf(!hasScript)('on a terminal (needs the command script)', () => {
  test('a bar shows how far it is, and is gone at the end', async () => {
    const { code, stdout } = await callOnTerminal(writeTree(LEAKING), `${CHECK} > /dev/null`)
    expect(code).toBe(1)
    expect(stdout).toContain('2/2 files')
    expect(stdout.endsWith(`\r${ESCAPE}[K`)).toBe(true)
  })

  test('there is no bar where the standard error is none', async () => {
    const { stdout } = await callOnTerminal(writeTree(LEAKING), `${CHECK} 2> /dev/null`)
    expect(stripVTControlCharacters(stdout)).toMatch(/^src\/db\.js/)
    expect(stdout).not.toContain('2/2 files')
  })

  test('there is no bar where the terminal can not take one away', async () => {
    const { stdout } = await callOnTerminal(writeTree(LEAKING), `${CHECK} > /dev/null`, { TERM: 'dumb' })
    expect(stdout).toBe('')
  })

  test('the text is coloured, and the same without its colours', async () => {
    const root = writeTree(LEAKING)
    const plain = await call(root, ['check'])
    const { stdout } = await callOnTerminal(root, `${CHECK} 2> /dev/null`)
    expect(stdout).toContain(`${ESCAPE}[`)
    expect(stripVTControlCharacters(stdout).replaceAll('\r\n', '\n')).toBe(plain.stdout)
  })

  test.each([{ NO_COLOR: '1' }, { TERM: 'dumb' }])('the text has no colours with %o', async (env) => {
    const { stdout } = await callOnTerminal(writeTree(LEAKING), `${CHECK} 2> /dev/null`, env)
    expect(stdout).not.toContain(ESCAPE)
  })

  test.each(['json', 'sarif'])('%s has no colours', async (format) => {
    const { stdout } = await callOnTerminal(writeTree(LEAKING), `${CHECK} --format=${format} 2> /dev/null`)
    expect(stdout).not.toContain(ESCAPE)
  })
})

test('without a terminal there are no colours, unless they are asked for', async () => {
  const root = writeTree(LEAKING)
  expect((await call(root, ['check'])).stdout).not.toContain(ESCAPE)
  expect((await call(root, ['check'], { FORCE_COLOR: '1' })).stdout).toContain(ESCAPE)
})
