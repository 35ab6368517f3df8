import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { writeTree } from '../project/written-tree.ts'
import { call } from './called.ts'
import { CLEAN, LEAKING } from './trees.ts'

describe('report', () => {
  test('writes a page, says in a line what is in it, and ends as check does', async () => {
    const root = writeTree(LEAKING)
    const { code, stdout, stderr } = await call(root, ['report', '--html', 'graceful.html'])
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    expect(stdout).toMatch(/^\d findings? .*: 2 files read\.\n$/)
    const page = readFileSync(join(root, 'graceful.html'), 'utf8')
    expect(page).toMatch(/^<!doctype html>/)
    expect(page).toContain('stays open on SIGTERM')
  })

  test('ends with 0 where nothing is found', async () => {
    const root = writeTree(CLEAN)
    const { code, stdout } = await call(root, ['report', '--html=graceful.html'])
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'Nothing found: 2 files read.\n' })
    expect(readFileSync(join(root, 'graceful.html'), 'utf8')).toContain('Nothing found')
  })

  test('prints diagrams for a pipe, or writes them beside the page', async () => {
    const root = writeTree(LEAKING)
    const printed = await call(root, ['report', '--mermaid'])
    expect(printed.stdout).toContain('## `src/main.js`\n\n```mermaid\nflowchart LR\n')
    const { stdout } = await call(root, ['report', 'src', '--html=a.html', '--mermaid=a.md'])
    expect(stdout.split('\n')).toHaveLength(2)
    expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe(printed.stdout)
    expect(existsSync(join(root, 'a.html'))).toBe(true)
  })

  test('tells of what a program holds, wherever that is acquired', async () => {
    const root = writeTree(LEAKING)
    const { stdout } = await call(root, ['report', 'src/main.js', '--html=a.html'])
    expect(stdout).toMatch(/: 1 file read\.\n$/)
    expect(readFileSync(join(root, 'a.html'), 'utf8')).toContain('src/<wbr />db.js:3')
  })

  test.each([
    [[], 'report needs to know what to draw: --html=FILE for a page, --mermaid for diagrams in Markdown.'],
    [['--html'], '--html needs a value, as in --html=graceful.html.'],
    [['--html=folder'], '--html: folder is a folder, and has to be a file.'],
    [['--html=none/a.html'], '--html: there is no folder none for none/a.html.'],
    [['--mermaid=none/a.md'], '--mermaid: there is no folder none for none/a.md.'],
    [['none', '--html=a.html'], 'There is no file or folder none.'],
    [['--strict', '--html=a.html'], '--strict is a flag of check, not of report.'],
  ])('with %j says what to do instead, and writes nothing', async (args, says) => {
    const root = writeTree(LEAKING)
    mkdirSync(join(root, 'folder'))
    const { code, stdout, stderr } = await call(root, ['report', ...args])
    expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: `${says}\n` })
    expect(existsSync(join(root, 'a.html'))).toBe(false)
  })
})
