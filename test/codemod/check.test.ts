import { execFile } from 'node:child_process'
import { readdirSync, readFileSync, realpathSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { writeIn, writeTree } from '../project/written-tree.ts'
import { call, CLI } from './called.ts'
import { BROKEN, CLEAN, LEAKING, SERVER } from './trees.ts'

describe('the exit code', () => {
  test('is 0 when nothing is found, which is said with how many files were read', async () => {
    const { code, stdout, stderr } = await call(writeTree(CLEAN), ['check'])
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: 'Nothing found: 2 files read.\n', stderr: '' })
  })

  test('is 1 when something is found', async () => {
    const { code, stdout, stderr } = await call(writeTree(LEAKING), ['check'])
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    expect(stdout).toContain('src/db.js\n\n  3:21  `new Pool()`')
    expect(stdout).toMatch(/\n1 finding in 1 file: 2 files read\.\n$/)
  })

  test('is 0 when a file can not be parsed, and the others are sound; it is named', async () => {
    const root = writeTree({ ...CLEAN, 'src/broken.js': BROKEN })
    const { code, stdout } = await call(root, ['check'])
    expect(code).toBe(0)
    expect(stdout).toMatch(
      /^Not read, so that nothing is known about them:\n {2}src\/broken\.js:\d+ {2}\S.*\n\nNothing/,
    )
    expect(stdout).toContain('Nothing found: 2 files read, 1 not.')
  })

  test('is 2 when no file could be read', async () => {
    const { code, stdout, stderr } = await call(writeTree({ 'package.json': '{}', 'src/broken.js': BROKEN }), [])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(/^No file could be read: src\/broken\.js:\d+: .*\n$/)
  })

  test('is the same when a reader has seen enough before the end', async () => {
    const root = writeTree(LEAKING)
    for (let index = 0; index < 300; index++) writeIn(root, `src/db-${index}.js`, LEAKING['src/db.js'])
    const command = `"${process.execPath}" "${CLI}" check --format=json; echo "code $?" >&2`
    const { stderr } = await promisify(execFile)('bash', ['-c', `{ ${command}; } | head -c 1`], { cwd: root })
    expect(stderr).toBe('code 1\n')
  })
})

describe('PATHs', () => {
  test('limit what is reported, not what is read', async () => {
    const root = writeTree(CLEAN)
    // Judged alone, the pool of this file would never be closed.
    const { code, stdout } = await call(root, ['check', 'src/db.js'])
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'Nothing found: 1 file read.\n' })
  })

  test('may be several, and may lie in several packages or within each other', async () => {
    const packages = ['a', 'b', 'c'].flatMap((name) => {
      return Object.entries(LEAKING).map(([path, content]) => [`${name}/${path}`, content] as const)
    })
    const root = writeTree(Object.fromEntries(packages))
    const { code, stdout } = await call(root, ['check', 'a/src', 'b', 'b/src/db.js', '--format=json'])
    expect(code).toBe(1)
    expect(filesIn(stdout)).toEqual(['a/src/db.js', 'b/src/db.js'])
    expect(JSON.parse(stdout)).toHaveProperty('read', 4)
  })

  test('are judged by where they stand in the repository, whatever it and the folders above are called', async () => {
    const files = Object.entries(LEAKING).map(([path, content]) => [`tests/node-pg-example/${path}`, content] as const)
    const root = writeTree(Object.fromEntries(files))
    const { code, stdout } = await call(join(root, 'tests/node-pg-example'), ['check', '--format=json'])
    expect(code).toBe(1)
    expect(filesIn(stdout)).toEqual(['src/db.js'])
  })

  test('may be left out: the current folder, and only what is below it', async () => {
    const root = writeTree({ ...LEAKING, 'lib/own.js': SERVER })
    const { stdout } = await call(join(root, 'lib'), ['--format=json'])
    expect(filesIn(stdout)).toEqual(['own.js'])
  })

  test('above the current folder are shown with ..', async () => {
    const root = writeTree({ ...LEAKING, 'lib/own.js': '' })
    const { stdout } = await call(join(root, 'lib'), ['check', '../src', '--format=json'])
    expect(filesIn(stdout)).toEqual(['../src/db.js'])
  })

  test('may be links, and folders that belong to no package', async () => {
    const root = writeTree({ 'elsewhere/api.js': SERVER, 'here/none.js': '' })
    symlinkSync('../elsewhere', join(root, 'here/link'))
    const { stdout } = await call(root, ['here/link', '--strict', '--format=json'])
    expect(filesIn(stdout)).toEqual(['elsewhere/api.js'])
  })

  test('may begin with a dash behind --', async () => {
    const root = writeTree({ ...LEAKING, '-x/api.js': SERVER })
    expect(filesIn((await call(root, ['check', '--format=json', '--', '-x'])).stdout)).toEqual(['-x/api.js'])
  })
})

describe('--strict', () => {
  test('adds what is likely to what is certain', async () => {
    const root = writeTree(LEAKING)
    const [lenient, strict] = await Promise.all([
      call(root, ['--format=json']),
      call(root, ['--format=json', '--strict']),
    ])
    const certain = findingsIn(lenient.stdout)
    expect(certain.map(({ confidence }) => confidence)).not.toContain('likely')
    expect(findingsIn(strict.stdout).filter(({ confidence }) => confidence === 'certain')).toEqual(certain)
  })
})

describe('--output', () => {
  test.each(['text', 'json', 'sarif'])(
    'writes what would have been printed, and prints the last line: %s',
    async (format) => {
      const root = writeTree(LEAKING)
      const printed = await call(root, ['check', `--format=${format}`])
      const written = await call(root, ['check', `--format=${format}`, '--output=report'], { FORCE_COLOR: '1' })
      expect(written).toEqual({ code: 1, stdout: '1 finding in 1 file: 2 files read.\n', stderr: '' })
      expect(readFileSync(join(root, 'report'), 'utf8')).toBe(printed.stdout)
    },
  )

  test('replaces the file as a whole, and leaves nothing beside it', async () => {
    const root = writeTree({ ...CLEAN, 'report.json': 'x'.repeat(100_000) })
    const before = statSync(join(root, 'report.json')).ino
    await call(root, ['--format=json', '--output=report.json'])
    expect(JSON.parse(readFileSync(join(root, 'report.json'), 'utf8'))).toHaveProperty('findings', [])
    expect(statSync(join(root, 'report.json')).ino).not.toBe(before)
    expect(readdirSync(root).toSorted()).toEqual(['package.json', 'report.json', 'src'])
  })

  test('writes to where a link leads', async () => {
    const root = writeTree({ ...CLEAN, 'reports/latest.txt': '' })
    symlinkSync('reports/latest.txt', join(root, 'report'))
    await call(root, ['--output=report'])
    expect(realpathSync(join(root, 'report'))).toBe(join(root, 'reports/latest.txt'))
    expect(readFileSync(join(root, 'reports/latest.txt'), 'utf8')).toBe('Nothing found: 2 files read.\n')
  })

  test('may be no file at all', async () => {
    const command = `"${process.execPath}" "${CLI}" --output=/dev/stdout | cat`
    const { stdout } = await promisify(execFile)('bash', ['-c', command], { cwd: writeTree(CLEAN) })
    expect(stdout).toBe('Nothing found: 2 files read.\nNothing found: 2 files read.\n')
  })

  test('keeps what was there when it could not run', async () => {
    const root = writeTree({ 'src/broken.js': BROKEN, 'report.txt': 'from yesterday' })
    const { code } = await call(root, ['--output=report.txt'])
    expect(code).toBe(2)
    expect(readFileSync(join(root, 'report.txt'), 'utf8')).toBe('from yesterday')
  })
})

function findingsIn(stdout: string): { file: string; confidence: string }[] {
  return (JSON.parse(stdout) as { findings: { file: string; confidence: string }[] }).findings
}

function filesIn(stdout: string): string[] {
  return findingsIn(stdout).map(({ file }) => file)
}
