import { readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openDiskCache } from '../../codemod/cache/disk-cache.ts'
import { check } from '../../codemod/check.ts'
import toJson from '../../codemod/formats/json.ts'
import { writeIn, writeTree } from '../project/written-tree.ts'
import { LEAKING } from './trees.ts'

const POOL = LEAKING['src/db.js']
const TWO = { ...LEAKING, 'src/main.js': `${LEAKING['src/main.js']}import './audit.js'\n`, 'src/audit.js': POOL }

describe('what was found is taken from the cache', () => {
  test('when nothing has changed', () => {
    const root = writeTree(TWO)
    const first = checkCached(root)
    const second = checkCached(root)
    expect([first.isRead, second.isRead]).toEqual([true, false])
    expect(second.json).toBe(first.json)
  })

  test('when files were only touched, as a checkout does, and the next time it need not even read them', () => {
    const root = writeTree(TWO)
    checkCached(root)
    utimesSync(join(root, 'src/db.js'), new Date(), new Date(Date.now() - 3_600_000))
    const touched = entryOf(root)
    expect(checkCached(root).isRead).toBe(false)
    expect(entryOf(root)).not.toBe(touched)
  })

  test('when the repository lies elsewhere now', () => {
    const root = writeTree(Object.fromEntries(Object.entries(TWO).map(([path, content]) => [`here/${path}`, content])))
    const first = checkCached(join(root, 'here'))
    renameSync(join(root, 'here'), join(root, 'there'))
    const second = checkCached(join(root, 'there'))
    expect(second.isRead).toBe(false)
    expect(second.json).toBe(first.json)
    expect(second.files).toEqual([join(root, 'there/src/audit.js'), join(root, 'there/src/db.js')])
  })

  test('for each question apart: a path, a part, strictly', () => {
    const root = writeTree(TWO)
    checkCached(root)
    expect(checkCached(root, { paths: ['src/db.js'] })).toMatchObject({
      isRead: false,
      files: [join(root, 'src/db.js')],
    })
    expect(checkCached(root, { strict: true }).isRead).toBe(false)
  })
})

describe('what was found is found again', () => {
  test.each<[string, (root: string) => void]>([
    [
      'a file was edited',
      (root) => {
        writeIn(root, 'src/audit.js', '')
      },
    ],
    [
      'a file was edited to the same length, with its old time set back',
      (root) => {
        const file = join(root, 'src/audit.js')
        const { atime, mtime } = statSync(file)
        writeFileSync(file, POOL.replace('new Pool()', 'null//ool '))
        utimesSync(file, atime, mtime)
      },
    ],
    [
      'a file was added',
      (root) => {
        writeIn(root, 'src/late.js', POOL)
      },
    ],
    [
      'a file was removed',
      (root) => {
        rmSync(join(root, 'src/audit.js'))
      },
    ],
    [
      'a file was renamed',
      (root) => {
        renameSync(join(root, 'src/audit.js'), join(root, 'src/renamed.js'))
      },
    ],
    [
      'package.json says what is started',
      (root) => {
        writeIn(root, 'package.json', { ...LEAKING['package.json'], scripts: { start: 'node src/audit.js' } })
      },
    ],
    [
      'a resource is described',
      (root) => {
        const resources = [{ module: 'leases', acquire: 'take()', release: '.giveBack()' }]
        writeIn(root, 'graceful.config.json', { resources })
      },
    ],
    [
      'a setting leaves files out',
      (root) => {
        writeIn(root, 'graceful.config.json', { codemod: { ignore: ['src/audit.js'] } })
      },
    ],
    [
      'git ignores a file now',
      (root) => {
        writeIn(root, '.gitignore', 'src/audit.js\n')
      },
    ],
    [
      'a comment answers it',
      (root) => {
        writeIn(
          root,
          'src/audit.js',
          POOL.replace('export', '// graceful-ignore-next-line require-cleanup -- x\nexport'),
        )
      },
    ],
  ])('when %s', (_, change) => {
    const root = writeTree(TWO)
    checkCached(root)
    change(root)
    const cached = checkCached(root)
    expect(cached.isRead).toBe(true)
    expect(cached.json).toBe(toJson(check({ startedIn: root, paths: ['.'], strict: false })))
  })

  test('when a file that could not be read can be read now', () => {
    const root = writeTree({ ...TWO, 'tsconfig.json': { extends: './base.json' } })
    checkCached(root)
    writeIn(root, 'base.json', { compilerOptions: { paths: { '#db': ['./src/db.js'] } } })
    writeIn(root, 'src/main.js', "import { pool } from '#db'\n\nconsole.log(pool)\n")
    expect(checkCached(root).json).toBe(toJson(check({ startedIn: root, paths: ['.'], strict: false })))
  })

  test('when another version of the program looks', () => {
    const root = writeTree(TWO)
    checkCached(root)
    const [name = ''] = readdirSync(join(root, '.cache'))
    const entry = JSON.parse(entryOf(root)) as { asked: string }
    // What it was asked for holds the version: another one asks for something else.
    writeFileSync(join(root, '.cache', name), JSON.stringify({ ...entry, asked: entry.asked.replace(/^./, 'x') }))
    expect(checkCached(root).isRead).toBe(true)
  })
})

test.each([
  ['cut off', (text: string) => text.slice(0, text.length / 2)],
  ['empty', () => ''],
  ['something else', () => '[1, 2]'],
  [
    'of another shape',
    (text: string) => JSON.stringify({ ...(JSON.parse(text) as object), examined: { findings: 1 } }),
  ],
])('a cache that is %s is no cache, and is a sound one afterwards', (_, spoil) => {
  const root = writeTree(TWO)
  const { json } = checkCached(root)
  const [name = ''] = readdirSync(join(root, '.cache'))
  writeFileSync(join(root, '.cache', name), spoil(entryOf(root)))
  expect(checkCached(root)).toMatchObject({ isRead: true, json })
  expect(checkCached(root)).toMatchObject({ isRead: false, json })
  expect(readdirSync(join(root, '.cache'))).toEqual([name])
})

test('a cache that can not be written costs time, and nothing else', () => {
  const root = writeTree({ ...TWO, '.cache/.gitignore': '*' })
  const { json } = checkCached(root)
  const [name = ''] = readdirSync(join(root, '.cache')).filter((each) => each.endsWith('.json'))
  rmSync(join(root, '.cache', name))
  // A folder of that name: nothing can take its place.
  writeIn(root, `.cache/${name}/inside`, '')
  const said: string[] = []
  const cache = openDiskCache(join(root, '.cache'), (why) => said.push(why))
  expect(toJson(check({ startedIn: root, paths: ['.'], strict: false, cache }))).toBe(json)
  expect(said).toEqual([expect.stringMatching(/^The cache was not written: EISDIR/)])
})

interface Cached {
  readonly json: string
  readonly files: readonly string[]
  /** Whether the files were analysed. */
  readonly isRead: boolean
}

function checkCached(root: string, { paths = ['.'], strict = false } = {}): Cached {
  const cache = openDiskCache(join(root, '.cache'), (why) => {
    throw new Error(why)
  })
  let isRead = false
  const onProgress = (): void => {
    isRead = true
  }
  const report = check({ startedIn: root, paths, strict, cache, onProgress })
  return { json: toJson(report), files: report.findings.map(({ place }) => place.file), isRead }
}

function entryOf(root: string): string {
  const [name = ''] = readdirSync(join(root, '.cache'))
  return readFileSync(join(root, '.cache', name), 'utf8')
}
