import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, globSync, lstatSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { lockOf, withLock } from '../../codemod/fix/with-lock.ts'
import { writeTexts } from '../../codemod/fix/write-texts.ts'
import { writeIn, writeTree } from '../project/written-tree.ts'
import { call, CLI } from './called.ts'
import { BROKEN, CLEAN } from './trees.ts'

const LIMIT_MS = 120_000

/** A server and a pool, and no signal is heard. */
const OPEN = {
  'package.json': { name: 'payments', type: 'module', scripts: { start: 'node src/main.js' } },
  'src/main.js': [
    "import { createServer } from 'node:http'",
    "import { pool } from './db.js'",
    '',
    "createServer(async (request, response) => response.end(String(await pool.query('SELECT 1')))).listen(8080)",
    '',
  ].join('\n'),
  'src/db.js': "import { Pool } from 'pg'\n\nexport const pool = new Pool()\n",
}

describe('nothing is written', { timeout: LIMIT_MS }, () => {
  test('over a file that is not committed', async () => {
    const root = committed(OPEN)
    writeIn(root, 'src/db.js', `${OPEN['src/db.js']}\nexport const size = 20\n`)
    await expectRefusal(root, ['--write'], /has changes that are not committed: src\/db\.js\. Commit or stash them/)
  })

  test('beside a file that git does not know', async () => {
    const root = committed(OPEN)
    writeIn(root, 'notes.txt', 'mine')
    await expectRefusal(root, ['--write'], /not committed: notes\.txt\./)
  })

  test('below a repository that is dirty elsewhere', async () => {
    const root = committed({ ...inFolder('api', OPEN), 'web/index.html': '<p>' })
    writeIn(root, 'web/index.html', '<p>new')
    await expectRefusal(join(root, 'api'), ['--write'], /not committed: web\/index\.html\./)
  })

  test('while another run writes', async () => {
    const root = committed(OPEN)
    await withLock([root], () =>
      expectRefusal(root, ['--write'], /^Another run writes to .*: wait for it, or remove .*\.lock\.\n$/),
    )
  })

  test('when the disk takes no more, and what was written before is taken back', () => {
    const root = committed(OPEN)
    const before = contentOf(root)
    // A limit on the size of files fails in the middle of one, as a full disk does.
    const command = `ulimit -f 1; exec "${process.execPath}" "${CLI}" fix --write`
    const { status, stdout, stderr } = spawnSync('bash', ['-c', command], { cwd: root, encoding: 'utf8' })
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(/^Nothing was written: EFBIG: .*\n$/)
    expect(contentOf(root)).toEqual(before)
  })

  test.skipIf(process.getuid?.() === 0)('into a file that may not be written', async () => {
    const root = committed(OPEN)
    chmodSync(join(root, 'src/db.js'), 0o444)
    await expectRefusal(root, ['--write'], /^Nothing was written: EACCES: .*src\/db\.js/)
  })

  test('through a link that leads out of the repository', () => {
    const root = committed(OPEN)
    const elsewhere = writeTree({ 'shared.js': 'export {}\n' })
    symlinkSync(join(elsewhere, 'shared.js'), join(root, 'src/shared.js'))
    const text = { file: join(root, 'src/shared.js'), before: 'export {}\n', after: 'export const a = 1\n' }
    expect(() => {
      writeTexts({ startedIn: root, roots: [root], texts: [text] })
    }).toThrow(/^Nothing was written: src\/shared\.js is a link to .*shared\.js, outside of the repository\.$/)
    expect(readFileSync(join(elsewhere, 'shared.js'), 'utf8')).toBe('export {}\n')
  })

  test('over what somebody has changed since it was read, and nothing of the rest either', () => {
    const root = committed(OPEN)
    const texts = [
      { file: join(root, 'src/lifecycle/new.js'), before: undefined, after: 'export {}\n' },
      { file: join(root, 'src/db.js'), before: 'export const pool = 1\n', after: 'export {}\n' },
    ]
    const before = contentOf(root)
    expect(() => {
      writeTexts({ startedIn: root, roots: [root], texts })
    }).toThrow('Nothing was written: src/db.js has changed in the meantime. Run it again.')
    expect(contentOf(root)).toEqual(before)
  })

  test.each([
    { args: ['--write', '--output=reports/a.patch'], says: /^--output: there is no folder reports/ },
    { args: ['--write', '--format=xml'], says: /^--format: there is no "xml"\. Choose from diff, json\.\n$/ },
    { args: ['--writ'], says: 'There is no flag --writ: did you mean --write?\n' },
    { args: ['--write', 'sources'], says: 'There is no file or folder sources.\n' },
  ])('when the command line makes no sense: $args', async ({ args, says }) => {
    await expectRefusal(committed(OPEN), args, says)
  })

  test('without --write', async () => {
    const root = committed(OPEN)
    const before = contentOf(root)
    const { code, stdout, stderr } = await call(root, ['fix'])
    expect(contentOf(root)).toEqual(before)
    expect({ code, last: stderr.trimEnd().split('\n').at(-1) }).toEqual({
      code: 0,
      last: expect.stringMatching(
        /^2 of 2 findings repaired: .* Nothing is written yet: --write does that\.$/,
      ) as string,
    })
    execFileSync('git', ['apply', '--check'], { cwd: root, input: stdout })
  })
})

describe('all is written', { timeout: LIMIT_MS }, () => {
  test('over changes that are not committed, when that is asked for', async () => {
    const root = committed(OPEN)
    writeIn(root, 'notes.txt', 'mine')
    const { code, stdout } = await call(root, ['fix', '--write', '--allow-dirty'])
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('2 of 2 findings repaired') as string })
    expect(readFileSync(join(root, 'src/db.js'), 'utf8')).toContain("adopt('pool', new Pool(), (pool) => pool.end())")
  })

  test('outside of git, which is said', async () => {
    const root = writeTree(OPEN)
    const { code, stdout } = await call(root, ['fix', '--write'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^This is no git repository: nothing but a copy of yours can take the edits back\.\n/)
  })

  test('after a run that died and left its lock', async () => {
    const root = committed(OPEN)
    const dead = spawnSync(process.execPath, ['-e', '']).pid
    writeFileSync(lockOf(root), String(dead))
    const { code } = await call(root, ['fix', '--write'])
    expect(code).toBe(0)
  })

  test('though one file does not parse: it is named, and left as it is', async () => {
    const root = committed({ ...OPEN, 'src/broken.js': BROKEN })
    const { code, stdout } = await call(root, ['fix', '--write'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/ {2}not read {2}src\/broken\.js:\d+ {2}/)
    expect(readFileSync(join(root, 'src/broken.js'), 'utf8')).toBe(BROKEN)
  })

  test('with byte order mark, line endings and permissions as they were', async () => {
    const windows = `\uFEFF${OPEN['src/db.js'].replaceAll('\n', '\r\n')}`
    const root = committed({ ...OPEN, 'src/db.js': windows })
    chmodSync(join(root, 'src/db.js'), 0o755)
    await call(root, ['fix', '--write', '--allow-dirty'])
    const text = readFileSync(join(root, 'src/db.js'), 'utf8')
    expect(text.startsWith("\uFEFFimport { Pool } from 'pg'\r\n")).toBe(true)
    expect(text.replaceAll('\r\n', '')).not.toContain('\n')
    expect(statSync(join(root, 'src/db.js')).mode & 0o777).toBe(0o755)
  })

  test('into the file that a link within the repository leads to', () => {
    const root = committed({ ...OPEN, 'src/db.js': '' })
    writeIn(root, 'shared/pool.js', OPEN['src/db.js'])
    execFileSync('rm', [join(root, 'src/db.js')])
    symlinkSync('../shared/pool.js', join(root, 'src/db.js'))
    writeTexts({
      startedIn: root,
      roots: [root],
      texts: [{ file: join(root, 'src/db.js'), before: OPEN['src/db.js'], after: 'export const pool = 1\n' }],
    })
    expect(lstatSync(join(root, 'src/db.js')).isSymbolicLink()).toBe(true)
    expect(readFileSync(join(root, 'shared/pool.js'), 'utf8')).toBe('export const pool = 1\n')
  })
})

test('nothing to repair is said, and is 0', { timeout: LIMIT_MS }, async () => {
  const { code, stdout, stderr } = await call(writeTree(CLEAN), ['fix'])
  expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: 'Nothing to repair: 2 files read.\n' })
})

test('what a comment answers is left alone', { timeout: LIMIT_MS }, async () => {
  const answered = OPEN['src/db.js'].replace(
    'export',
    '// graceful-ignore-next-line require-cleanup -- the platform cuts it\nexport',
  )
  const { stdout } = await call(writeTree({ ...OPEN, 'src/db.js': answered }), ['fix', '--format=json'])
  const { findings } = JSON.parse(stdout) as { findings: { file: string; outcome: string }[] }
  expect(findings.map(({ file, outcome }) => [file, outcome])).toEqual([['src/main.js', 'fixed']])
})

async function expectRefusal(root: string, args: readonly string[], says: string | RegExp): Promise<void> {
  const before = contentOf(root)
  const { code, stdout, stderr } = await call(root, ['fix', ...args])
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toMatch(says)
  expect(contentOf(root)).toEqual(before)
}

function committed(files: Readonly<Record<string, string | object>>): string {
  const root = writeTree(files)
  const git = (...args: readonly string[]): void => {
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], { cwd: root })
  }
  git('init', '--quiet')
  git('add', '--all')
  git('commit', '--quiet', '--message=all')
  return root
}

function inFolder(folder: string, files: Readonly<Record<string, string | object>>) {
  return Object.fromEntries(Object.entries(files).map(([path, content]) => [`${folder}/${path}`, content]))
}

function contentOf(root: string): Readonly<Record<string, string>> {
  const files = globSync('**/*', { cwd: root, withFileTypes: true }).filter((entry) => entry.isFile())
  return Object.fromEntries(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name)
      return [path, readFileSync(path, 'utf8')]
    }),
  )
}
