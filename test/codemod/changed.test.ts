import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { CannotRun } from '../../codemod/cannot-run.ts'
import { check } from '../../codemod/check.ts'
import { shownPath } from '../../codemod/shown-path.ts'
import { writeIn, writeTree } from '../project/written-tree.ts'
import { commitAll, git, writeRepository } from './repository.ts'
import { LEAKING } from './trees.ts'

const POOL = LEAKING['src/db.js']
/** Two pools that nobody closes, in two files. */
const TWO = { ...LEAKING, 'src/main.js': `${LEAKING['src/main.js']}import './ü audit.js'\n`, 'src/ü audit.js': POOL }

describe('only what has changed is reported, whatever else is open', () => {
  test('nothing, when nothing has', () => {
    const root = writeRepository(TWO)
    expect(changedIn(root)).toEqual({ read: 0, files: [] })
  })

  test('what is not committed', () => {
    const root = writeRepository(TWO)
    writeIn(root, 'src/ü audit.js', `\n${POOL}`)
    expect(changedIn(root)).toEqual({ read: 1, files: ['src/ü audit.js'] })
  })

  test('what is staged', () => {
    const root = writeRepository(TWO)
    writeIn(root, 'src/db.js', `\n${POOL}`)
    git(root, 'add', '--all')
    expect(changedIn(root)).toEqual({ read: 1, files: ['src/db.js'] })
  })

  test('what git does not know yet, unless it ignores it', () => {
    const root = writeRepository({ ...TWO, '.gitignore': 'ignored.js\n' })
    for (const name of ['new', 'ignored']) writeIn(root, `src/${name}.js`, POOL)
    writeIn(root, 'src/main.js', `${TWO['src/main.js']}import './new.js'\nimport './ignored.js'\n`)
    expect(changedIn(root)).toEqual({ read: 2, files: ['src/new.js'] })
  })

  test('what was committed on a branch, and not what has happened on the other one since', () => {
    const root = writeRepository(TWO)
    git(root, 'switch', '--quiet', '--create', 'feature')
    writeIn(root, 'src/db.js', `\n${POOL}`)
    commitAll(root)
    git(root, 'switch', '--quiet', 'main')
    writeIn(root, 'src/ü audit.js', `\n${POOL}`)
    commitAll(root)
    git(root, 'switch', '--quiet', 'feature')
    expect(changedIn(root)).toEqual({ read: 1, files: ['src/db.js'] })
    expect(changedIn(root, 'main')).toEqual({ read: 1, files: ['src/db.js'] })
    expect(changedIn(root, 'HEAD')).toEqual({ read: 0, files: [] })
  })

  test('what is led to through a changed file: the pool whose release no signal reaches any more', () => {
    const close = "import { pool } from './db.js'\n\nexport async function close() {\n  await pool.end()\n}\n"
    const main = `${LEAKING['src/main.js']}import { close } from './close.js'\n\nprocess.once('SIGHUP', close)\n`
    const root = writeRepository({ ...LEAKING, 'src/close.js': close, 'src/main.js': main })
    expect(changedIn(root)).toEqual({ read: 0, files: [] })
    writeIn(root, 'src/close.js', `// It is called by hand.\n${close}`)
    expect(changedIn(root)).toEqual({ read: 1, files: ['src/db.js'] })
  })

  test('nothing of a file that is gone', () => {
    const root = writeRepository(TWO)
    rmSync(join(root, 'src/ü audit.js'))
    expect(changedIn(root)).toEqual({ read: 0, files: [] })
  })

  test('also from a folder inside', () => {
    const root = writeRepository(TWO)
    writeIn(root, 'src/db.js', `\n${POOL}`)
    const report = check({ startedIn: join(root, 'src'), paths: ['.'], strict: false, changedSince: '' })
    expect(report.findings.map(({ place }) => shownPath(report, place.file))).toEqual(['db.js'])
  })
})

describe('what to compare with is asked for, where', () => {
  test('there is no repository', () => {
    const root = writeTree(LEAKING)
    expect(() => changedIn(root)).toThrow(new CannotRun(`--changed: ${root} is in no git repository.`))
  })

  test('there is no such ref', () => {
    const says = '--changed: git knows no "mian" here: is it spelled right, and was it fetched?'
    expect(() => changedIn(writeRepository(LEAKING), 'mian')).toThrow(new CannotRun(says))
  })

  test('a ref looks like a flag', () => {
    expect(() => changedIn(writeRepository(LEAKING), '--output=x')).toThrow('git knows no "--output=x" here')
  })

  test('no branch is the default', () => {
    const root = writeRepository(LEAKING)
    git(root, 'branch', '--move', 'trunk')
    const says = '--changed: no default branch is known here: name what to compare with, as in --changed=main.'
    expect(() => changedIn(root)).toThrow(new CannotRun(says))
    expect(changedIn(root, 'trunk')).toEqual({ read: 0, files: [] })
  })

  test('the history of both was cut off', () => {
    const root = writeRepository(LEAKING)
    git(root, 'switch', '--quiet', '--orphan', 'elsewhere')
    writeIn(root, 'a.js', POOL)
    commitAll(root)
    expect(() => changedIn(root, 'main')).toThrow(
      '--changed: main and HEAD have no commit in common here: fetch more history, as with fetch-depth: 0.',
    )
  })
})

function changedIn(root: string, changedSince = ''): { read: number; files: string[] } {
  const report = check({ startedIn: root, paths: ['.'], strict: false, changedSince })
  return { read: report.read, files: report.findings.map(({ place }) => shownPath(report, place.file)) }
}
