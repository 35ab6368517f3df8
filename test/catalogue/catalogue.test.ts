import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Line } from '../../catalogue/index.ts'
import { readCatalogue, type Described } from '../../scripts/read-catalogue.ts'
import { list, readWritten } from './grammar.ts'
import { findSource } from './types.ts'

const ROOT = join(import.meta.dirname, '../..')

const catalogue = await readCatalogue(join(ROOT, 'catalogue'))

test('every module is spoken of in one file', () => {
  const modules = catalogue.flatMap(({ entry }) => entry.modules)
  expect(modules).toEqual([...new Set(modules)])
})

test('the index and the page are what the catalogue says', () => {
  const { status, stdout } = spawnSync(process.execPath, [join(ROOT, 'scripts/generate.ts'), '--check'])
  expect(String(stdout)).toBe('')
  expect(status).toBe(0)
})

test('every file is named in kebab-case', () => {
  expect(filesWhere(({ name }) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name))).toEqual([])
})

test('every file has its documentation on top', () => {
  expect(filesWhere(({ text, url }) => !URL.canParse(url) || text.split('\n', 1)[0] !== `// ${url}`)).toEqual([])
})

test('every file is short enough to be read at a glance', () => {
  expect(filesWhere(({ text }) => text.split('\n').length - 1 > 40)).toEqual([])
})

test.for(catalogue)('$name is written in the grammar of calls', ({ entry }) => {
  expect(entry.lines.flatMap(callsOf).filter((call) => !readWritten(call))).toEqual([])
})

test.for(catalogue)('$name speaks of types that a line gives', ({ entry }) => {
  const types = new Set(entry.lines.flatMap(typesOf))
  expect([...types].filter((type) => !findSource(type, entry))).toEqual([])
})

test.for(catalogue)('$name says how its own releases settle, and of no others', ({ entry }) => {
  for (const line of entry.lines) {
    if (!('acquire' in line) || typeof line.settles !== 'object') continue
    expect(list(line.release)).toEqual(expect.arrayContaining(Object.keys(line.settles)))
  }
})

function filesWhere(isWrong: (described: Described) => boolean): string[] {
  return catalogue.filter(isWrong).map(({ name }) => name)
}

/** All that a line says that is written as a call. */
function callsOf(line: Line): readonly string[] {
  if ('acquire' in line)
    return [line.acquire, ...list(line.release), ...list(line.opens), ...list(line.consumed), ...list(line.via)]
  if ('begin' in line) return [line.begin, ...line.end]
  if ('wraps' in line) return [line.wraps, ...list(line.release)]
  if ('shutdown' in line) return [line.shutdown]
  if ('hook' in line) return [line.hook]
  if ('methods' in line) return list(line.decorators)
  return []
}

/** All types that a line speaks of, and that another must give. */
function typesOf(line: Line): readonly string[] {
  const methodsOf = callsOf(line).flatMap((call) => {
    const { module, type } = readWritten(call) ?? {}
    return type === undefined ? [] : [module === undefined ? type : `${module}#${type}`]
  })
  if ('acquire' in line) return [...methodsOf, ...list(line.owner).filter((owner) => owner !== 'itself')]
  if ('of' in line) return [...methodsOf, line.of]
  return 'is' in line && !line.is.endsWith('()') ? [...methodsOf, line.is] : methodsOf
}
