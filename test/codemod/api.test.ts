import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { check, CannotRun, toFormat } from '../../codemod/index.ts'
import { writeTree } from '../project/written-tree.ts'
import { LEAKING } from './trees.ts'

test('a program checks a folder, and writes the report down', async () => {
  const report = check({ cwd: writeTree(LEAKING) })
  expect(report.findings.map(({ rule, said }) => ({ rule, said }))).toEqual([
    { rule: 'require-cleanup', said: expect.stringContaining('`new Pool()` stays open on SIGTERM') as string },
  ])
  expect(await toFormat(report, 'text')).toContain('src/db.js\n\n  3:21  `new Pool()`')
})

test('what can not be done is thrown, in words for people', () => {
  const cwd = writeTree(LEAKING)
  expect(() => check({ cwd, paths: ['sources'] })).toThrow(new CannotRun('There is no file or folder sources.'))
})

const built = createRequire(import.meta.url)
  .resolve('graceful-codemod/package.json')
  .replace('package.json', 'dist/index.js')

test.skipIf(!existsSync(built))('the built package gives the same, with its name', async () => {
  const cwd = writeTree(LEAKING)
  const program = `
    import { check, toFormat } from 'graceful-codemod'
    const report = check({ cwd: ${JSON.stringify(cwd)} })
    process.stdout.write(await toFormat(report, 'text'))`
  const args = ['--input-type=module', '--eval', program]
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: import.meta.dirname })
  expect(stdout).toBe(await toFormat(check({ cwd }), 'text'))
})

// What the repairs parse with is made for CommonJS, and does not survive being bundled.
test.skipIf(!existsSync(built))('the built command repairs', async () => {
  const cwd = writeTree(LEAKING)
  const cli = built.replace('index.js', 'cli.js')
  const { stdout } = await promisify(execFile)(process.execPath, [cli, 'fix'], { cwd })
  expect(stdout).toContain('+')
  expect(stdout).toContain('adopt(')
})
