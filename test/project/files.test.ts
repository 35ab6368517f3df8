import { mkdirSync, rmSync, statSync, symlinkSync, utimesSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { openProject } from '../../project/index.ts'
import { writeIn, writeTree } from './written-tree.ts'

function listed(root: string, ignore: readonly string[] = []): readonly string[] {
  const project = openProject(root, { ignore })
  return project.files.map((file) => relative(root, file))
}

/** For so long that its stamp tells a change from then on. */
function isLeftAlone(path: string): boolean {
  return Date.now() - statSync(path).ctimeMs > 100
}

describe('the files of a project', () => {
  test('are sources and what says how they are run', () => {
    const wanted = [
      'Dockerfile',
      'Dockerfile.worker',
      'Procfile',
      'ecosystem.config.cjs',
      'graceful.config.ts',
      'package.json',
      'src/app.tsx',
      'src/legacy.cjs',
      'src/main.mts',
      'src/old.jsx',
      'tsconfig.build.json',
    ]
    const others = ['README.md', 'src/types.d.ts', 'src/types.d.mts', 'public/jquery.min.js', 'data.json', 'style.css']
    const root = writeTree(
      Object.fromEntries([...wanted, ...others].map((path) => [path, path === 'package.json' ? '{}' : ''])),
    )
    expect(listed(root).toSorted()).toEqual(wanted)
  })

  test('are not those that tools have made', () => {
    const root = writeTree({
      'package.json': '{}',
      'node_modules/pg/index.js': '',
      'packages/api/node_modules/pg/index.js': '',
      'dist/main.js': '',
      'build/main.js': '',
      'out/main.js': '',
      'coverage/lcov.js': '',
      '.next/server.js': '',
      '.pnp.cjs': '',
      'src/main.ts': '',
      // No package stands beside it: a folder of code.
      'src/build/release.ts': '',
    })
    expect(listed(root)).toEqual(['package.json', 'src/main.ts', 'src/build/release.ts'])
  })

  test('are not those that git ignores, as nested .gitignore files say', () => {
    const root = writeTree({
      '.git/HEAD': '',
      '.gitignore': 'generated/\n*.local.ts\n!kept.local.ts\n/top.ts\n',
      'generated/client.ts': '',
      'a.local.ts': '',
      'kept.local.ts': '',
      'top.ts': '',
      'api/top.ts': '',
      'api/.gitignore': '!again.local.ts\nnot-here.ts\n',
      'api/again.local.ts': '',
      'api/b.local.ts': '',
      'api/not-here.ts': '',
      'api/deep/not-here.ts': '',
      'not-here.ts': '',
    })
    expect(listed(root)).toEqual(['kept.local.ts', 'not-here.ts', 'api/again.local.ts', 'api/top.ts'])
  })

  test('respect the .gitignore files above, up to the top of the repository', () => {
    const root = writeTree({
      '.git/HEAD': '',
      '.gitignore': 'generated/\n',
      'api/package.json': '{}',
      'api/generated/client.ts': '',
      'api/main.ts': '',
    })
    expect(listed(join(root, 'api'))).toEqual(['main.ts', 'package.json'])
  })

  test('are fewer by what the caller ignores', () => {
    const root = writeTree({ 'src/main.ts': '', 'examples/one.ts': '', 'src/main.test.ts': '' })
    expect(listed(root, ['examples/', '*.test.ts'])).toEqual(['src/main.ts'])
  })

  test('are listed once, and to the end, where links make a loop', () => {
    const outside = writeTree({ 'shared/lease.ts': '', 'shared/deep/x.ts': '' })
    symlinkSync(join(outside, 'shared'), join(outside, 'shared/deep/again'))
    const root = writeTree({ 'src/main.ts': '' })
    symlinkSync(root, join(root, 'src/loop'))
    symlinkSync(join(root, 'src'), join(root, 'twice'))
    symlinkSync(join(root, 'src/main.ts'), join(root, 'alias.ts'))
    symlinkSync(join(root, 'nowhere'), join(root, 'broken.ts'))
    symlinkSync(join(outside, 'shared'), join(root, 'shared'))
    expect(listed(root)).toEqual(['shared/lease.ts', 'shared/deep/x.ts', 'src/main.ts'])
  })

  test('may lie deeper than any stack', () => {
    const deep = Array.from({ length: 500 }, () => 'a').join('/')
    const root = writeTree({ [`${deep}/main.ts`]: '' })
    expect(listed(root)).toEqual([`${deep}/main.ts`])
  })
})

describe('a project', () => {
  test('notices files that came and went, when it looks again', () => {
    const root = writeTree({ 'src/main.ts': '', 'src/gone.ts': '' })
    const project = openProject(root)
    const before = project.files
    writeIn(root, 'src/new/pool.ts', '')
    rmSync(join(root, 'src/gone.ts'))
    expect(project.files).toBe(before)
    project.refresh()
    expect(project.files.map((file) => relative(root, file))).toEqual(['src/main.ts', 'src/new/pool.ts'])
  })

  test('keeps its list of files when nothing came or went, so that nobody rebuilds anything', () => {
    const root = writeTree({ 'src/main.ts': '' })
    const project = openProject(root)
    const before = project.files
    project.refresh()
    expect(project.files).toBe(before)
  })

  test('notices a changed .gitignore', () => {
    const root = writeTree({ '.git/HEAD': '', '.gitignore': 'a.ts\n', 'a.ts': '', 'in/b.ts': '' })
    const project = openProject(root)
    writeIn(root, '.gitignore', 'in/b.ts\n')
    project.refresh()
    expect(project.files.map((file) => relative(root, file))).toEqual(['a.ts'])
  })

  test('gives a changed file another version, when it looks again', () => {
    const root = writeTree({ 'main.ts': 'one' })
    const project = openProject(root)
    const file = join(root, 'main.ts')
    utimesSync(file, 1, 1)
    const before = project.version(file)
    writeIn(root, 'main.ts', 'two')
    expect(project.version(file)).toBe(before)
    project.refresh()
    expect(project.version(file)).not.toBe(before)
    expect(project.version(join(root, 'none.ts'))).toBe('')
  })

  test('that looks at a few files notices what changed there, and leaves the rest for later', async () => {
    const root = writeTree({ 'orders/main.ts': 'one', 'prices/main.ts': 'one' })
    const [orders, prices] = [join(root, 'orders/main.ts'), join(root, 'prices/main.ts')]
    // What changed this very moment is looked at again.
    await vi.waitUntil(() => [orders, prices].every((file) => isLeftAlone(file) && isLeftAlone(dirname(file))))
    const project = openProject(root)
    const [ofOrders, ofPrices] = [project.version(orders), project.version(prices)]
    const before = project.revision()
    project.refreshNear([orders, prices])
    expect(project.revision()).toBe(before)
    writeIn(root, 'orders/main.ts', 'two')
    writeIn(root, 'prices/main.ts', 'two')
    project.refreshNear([orders])
    expect(project.revision()).not.toBe(before)
    expect(project.version(orders)).not.toBe(ofOrders)
    expect(project.version(prices)).toBe(ofPrices)
    project.refresh()
    expect(project.version(prices)).not.toBe(ofPrices)
  })

  test('that looks at a few files notices what came beside them, and what decides for all', () => {
    const root = writeTree({
      'package.json': {},
      'orders/main.ts': '',
      'prices/main.ts': '',
      'graceful.config.json': {},
    })
    const project = openProject(root)
    writeIn(root, 'orders/pool.ts', '')
    project.refreshNear([join(root, 'orders/main.ts')])
    expect(project.has(join(root, 'orders/pool.ts'))).toBe(true)
    writeIn(root, 'graceful.config.json', { resources: 'all' })
    expect(() => {
      project.refreshNear([join(root, 'prices/main.ts')])
    }).toThrow('graceful.config.json')
    writeIn(root, 'graceful.config.json', { resources: [] })
    project.refreshNear([join(root, 'prices/main.ts')])
    expect(project.entries).toEqual([])
  })

  test('reads text without its byte order mark, and nothing that is no file', () => {
    const root = writeTree({ 'main.ts': '\uFEFFconst a = 1' })
    const project = openProject(root)
    expect(project.read(join(root, 'main.ts'))).toBe('const a = 1')
    expect(project.read(join(root, 'none.ts'))).toBeUndefined()
    expect(project.read(root)).toBeUndefined()
  })

  test('may be empty, or not there', () => {
    const root = writeTree({})
    expect(openProject(root).files).toEqual([])
    expect(openProject(join(root, 'nowhere')).files).toEqual([])
    mkdirSync(join(root, 'nowhere'))
  })
})
