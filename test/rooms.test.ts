import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { describe, expect, test } from 'vitest'
import ts from 'typescript'

const ROOT = join(import.meta.dirname, '..')

/** What each room may import, and why not more. `node:` modules are free where a room may touch files and processes. */
const ROOMS: Readonly<
  Record<string, { rooms: readonly string[]; packages: readonly string[]; builtins: boolean; why: string }>
> = {
  catalogue: {
    rooms: [],
    packages: [],
    builtins: false,
    why: 'it is data: what a package opens, and how that is let go',
  },
  analysis: {
    rooms: ['catalogue'],
    packages: ['oxc-parser'],
    builtins: false,
    why: 'text in, findings out: it reads no file itself, and knows neither a linter nor a command line',
  },
  project: {
    rooms: ['catalogue', 'analysis'],
    packages: ['ignore'],
    builtins: true,
    why: 'it is the disk of the analysis: files, imports and the user’s own resources, whoever asks',
  },
  'eslint-plugin': {
    rooms: ['analysis', 'project'],
    packages: ['eslint'],
    builtins: true,
    why: 'rules report what the analysis finds: they walk no tree, and know no package by name',
  },
  codemod: {
    rooms: ['analysis', 'project', 'codemod/edits', 'codemod/deploy'],
    packages: ['sarif', 'diff'],
    builtins: true,
    why: 'a command line around the analysis: it says what is wrong, and repairs it; what that is the analysis decides',
  },
  'codemod/edits': {
    rooms: [],
    packages: ['ts-morph', 'yaml'],
    builtins: false,
    why: 'a verb turns text into text: it reads no file, and decides nothing about what is wrong',
  },
  'codemod/deploy': {
    rooms: ['analysis'],
    packages: ['dockerfile-ast', 'yaml', 'oxc-parser'],
    builtins: false,
    why: 'text in, faults out: the texts of deploy files and how programs stop are given to it',
  },
  generators: {
    rooms: ['codemod/edits'],
    packages: ['yeoman-generator', 'yeoman-environment', 'mem-fs', '@yeoman/types', '@yeoman/adapter'],
    builtins: true,
    why: 'questions and order; the text of files is in the templates, and the edits are the codemod’s',
  },
  templates: {
    rooms: [],
    packages: Object.keys(
      (JSON.parse(readFileSync(join(ROOT, 'templates/package.json'), 'utf8')) as { dependencies: object }).dependencies,
    ).concat('eslint', '@eslint/js', 'typescript-eslint'),
    builtins: true,
    why: 'a service does not know what scaffolded it',
  },
}

/** Modules of Node's that touch neither files nor processes. */
const PURE = new Set(['node:util', 'node:module', 'node:path'])

interface Import {
  readonly from: string
  readonly to: string
}

function importsOf(room: string): Import[] {
  const files = globSync(`${room}/**/*.ts`, {
    cwd: ROOT,
    exclude: (path) => /(^|\/)(node_modules|dist)(\/|$)/.test(path.replaceAll(sep, '/')),
  })
  return files
    .filter((file) => !file.endsWith('tsdown.config.ts') && roomOf(join(ROOT, file)) === room)
    .flatMap((file) => {
      const { importedFiles } = ts.preProcessFile(readFileSync(join(ROOT, file), 'utf8'), true, false)
      return importedFiles.map(({ fileName }) => ({ from: file, to: fileName }))
    })
}

/** The room in which an absolute path lies; the inner one, where one lies in another. */
function roomOf(path: string): string {
  const inside = relative(ROOT, path).split(sep).join('/')
  const [room = ''] = Object.keys(ROOMS)
    .filter((each) => inside.startsWith(`${each}/`))
    .sort((a, b) => b.length - a.length)
  return room || (inside.split('/')[0] ?? '')
}

function roomTo({ from, to }: Import): string {
  return roomOf(join(ROOT, dirname(from), to))
}

function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
}

describe.each(Object.entries(ROOMS))('the room %s', (room, { rooms, packages, builtins, why }) => {
  const imports = importsOf(room)
  // A package.json is data: a version in it is written nowhere else.
  const relatives = imports.filter(({ to }) => to.startsWith('.') && !to.endsWith('/package.json'))
  const externals = imports.filter(({ to }) => !to.startsWith('.'))

  test('has imports at all', () => {
    expect(imports.length).toBeGreaterThan(10)
  })

  test(`imports no other rooms than [${rooms.join(', ')}]: ${why}`, () => {
    const outside = relatives.filter((each) => roomTo(each) !== room && !rooms.includes(roomTo(each)))
    expect(outside).toEqual([])
  })

  test('goes through the doors of the others', () => {
    const inside = relatives.filter((each) => roomTo(each) !== room && !/(^|\/)index\.ts$/.test(each.to))
    expect(inside).toEqual([])
  })

  test(`imports no other packages than [${packages.join(', ')}]: ${why}`, () => {
    const foreign = externals.filter(({ to }) => !to.startsWith('node:') && !packages.includes(packageOf(to)))
    expect(foreign).toEqual([])
    if (!builtins) expect(externals.filter(({ to }) => to.startsWith('node:') && !PURE.has(to))).toEqual([])
  })
})

test.each(['templates/base/src/lifecycle', 'templates/adopted/lifecycle'])(
  '%s depends on nothing but Node, so that it can move into any repository',
  (folder) => {
    const imports = importsOf('templates').filter(({ from }) => from.startsWith(`${folder}/`))
    expect(imports.length).toBeGreaterThan(5)
    expect(imports.filter(({ to }) => !/^(node:|\.\/)/.test(to))).toEqual([])
  },
)

test('the lifecycle is small enough to be read in one sitting', () => {
  const files = globSync('templates/base/src/lifecycle/*.ts', { cwd: ROOT })
  const lines = files.flatMap((file) => readFileSync(join(ROOT, file), 'utf8').split('\n'))
  expect(files.length).toBeGreaterThan(5)
  expect(lines.filter((line) => line !== '').length).toBeLessThanOrEqual(250)
})
