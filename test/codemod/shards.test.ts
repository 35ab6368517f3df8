import fc from 'fast-check'
import { join } from 'node:path'
import { writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { check } from '../../codemod/check.ts'
import { exitCodeOf } from '../../codemod/exit-codes.ts'
import toJson from '../../codemod/formats/json.ts'
import toSarif from '../../codemod/formats/sarif.ts'
import toText from '../../codemod/formats/text.ts'
import { mergeReports } from '../../codemod/merge/merge-reports.ts'
import { readPart } from '../../codemod/merge/read-part.ts'
import type { Report } from '../../codemod/report.ts'
import { inShard } from '../../codemod/selection/shards.ts'
import { writeTree } from '../project/written-tree.ts'
import { BROKEN, CLEAN, TICKING, LEAKING } from './trees.ts'

const name = fc.stringMatching(/^[a-z]{1,3}$/)
const path = fc
  .tuple(
    fc.array(name, { maxLength: 3 }),
    fc.oneof(
      name.map((each) => `${each}.ts`),
      fc.constant('package.json'),
    ),
  )
  .map(([folders, file]) => `/repo/${[...folders, file].join('/')}`)

describe('parts', () => {
  test('are disjoint, and all files together, in whatever order these come', () => {
    fc.assert(
      fc.property(fc.uniqueArray(path), fc.integer({ min: 1, max: 9 }), (files, of) => {
        const parts = Array.from({ length: of }, (_, at) => inShard(files, { index: at + 1, of }))
        expect(parts.flatMap((part) => [...part]).sort()).toEqual(files.toSorted())
        expect(Array.from({ length: of }, (_, at) => inShard(files.toReversed(), { index: at + 1, of }))).toEqual(parts)
      }),
    )
  })

  test('are of about the same size, as far as whole packages can be', () => {
    fc.assert(
      fc.property(fc.uniqueArray(path, { minLength: 1 }), fc.integer({ min: 1, max: 9 }), (files, of) => {
        const sizes = Array.from({ length: of }, (_, at) => inShard(files, { index: at + 1, of }).size)
        const largest = Math.max(...Array.from(Map.groupBy(files, packageOf(files)).values(), (each) => each.length))
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(largest)
      }),
    )
  })

  test('leave a package whole where there are enough of them', () => {
    const files = ['a', 'b', 'c'].flatMap((each) => [`/repo/${each}/package.json`, `/repo/${each}/one.ts`])
    const [one, two] = [1, 2].map((index) => [...inShard(files, { index, of: 2 })])
    for (const part of [one, two]) {
      expect(part?.filter((file) => file.endsWith('.ts')).length).toBe((part?.length ?? 0) / 2)
    }
  })
})

describe('the parts of a check, merged,', () => {
  const tree = {
    ...under('a', LEAKING),
    ...under('b', CLEAN),
    ...under('c', {
      ...LEAKING,
      'src/broken.js': BROKEN,
      'src/main.js': `${LEAKING['src/main.js']}import './broken.js'\n`,
    }),
    'd/api.js': TICKING,
  }

  test.each([1, 2, 3, 4, 7, 40])('say what one check says, in any format: %i', (of) => {
    const root = writeTree({ 'package.json': { workspaces: ['*'] }, ...tree })
    expectSame(root, ['.'], of)
  })

  test.each([2, 5])('say the same where packages belong to no workspace: %i', (of) => {
    expectSame(writeTree(tree), ['a', 'b', 'c', 'd'], of)
  })
})

describe('merging says what is missing', () => {
  test.each<[string, (of: (index: number, of?: number, strict?: boolean) => string) => string[], RegExp]>([
    ['a part', (part) => [part(1), part(3)], /^Part 2 of 3 is missing: --shard=2\/3 makes it\.$/],
    ['nothing, but a part is there twice', (part) => [part(1), part(2), part(3), part(2)], /are both part 2 of 3\.$/],
    ['parts of one whole', (part) => [part(1), part(2), part(3, 4)], /is no part of 3, as the others are\.$/],
    ['--strict', (part) => [part(1), part(2, 3, true), part(3)], /was made with --strict and .* without: check all/],
  ])('%s', (_, choose, says) => {
    const root = writeTree(LEAKING)
    const files = choose((index, of = 3, strict = false) => writePart(root, index, of, strict))
    expect(() => mergeFiles(root, files)).toThrow(says)
  })

  test.each([
    ['no JSON', 'half of {', /is no JSON: give what check --format=json has written\.$/],
    ['of a later version', '{"version":2}', /is no report that this version can read: it has version 2\.$/],
    ['something else', '[]', /is no report of check --format=json\.$/],
    ['SARIF', '{"version":"2.1.0","runs":[]}', /it has version "2\.1\.0"\.$/],
    ['cut off', '{"version":1,"strict":true,"read":4}', /is no whole report of check --format=json: was it cut off/],
  ])('when a file is %s', (_, text, says) => {
    const root = writeTree({ 'part.json': text })
    expect(() => mergeFiles(root, [join(root, 'part.json')])).toThrow(says)
  })
})

function expectSame(root: string, paths: readonly string[], of: number): void {
  const whole = check({ startedIn: root, paths, strict: true })
  expect(whole.findings.length).toBeGreaterThan(2)
  const files = Array.from({ length: of }, (_, at) => {
    const part = check({ startedIn: root, paths, strict: true, shard: { index: at + 1, of } })
    const file = join(root, `part-${at + 1}.json`)
    writeFileSync(file, toJson(part))
    return file
  })
  const merged = mergeFiles(root, files.toReversed())
  expect(toText(merged, false)).toBe(toText(whole, false))
  expect(toJson(merged)).toBe(toJson(whole))
  expect(toSarif(merged)).toBe(toSarif(whole))
  expect(exitCodeOf(merged)).toBe(exitCodeOf(whole))
}

function mergeFiles(root: string, files: readonly string[]): Report {
  return mergeReports(
    root,
    files.map((file) => ({ file, json: readPart(file) })),
  )
}

function writePart(root: string, index: number, of: number, strict: boolean): string {
  const file = join(root, `part-${index}-${of}-${String(strict)}.json`)
  writeFileSync(file, toJson(check({ startedIn: root, paths: ['.'], strict, shard: { index, of } })))
  return file
}

function under(folder: string, files: Readonly<Record<string, string | object>>): Record<string, string | object> {
  return Object.fromEntries(Object.entries(files).map(([each, content]) => [`${folder}/${each}`, content]))
}

/** The nearest folder above that has a package.json. */
function packageOf(files: readonly string[]): (file: string) => string {
  const folders = files
    .filter((each) => each.endsWith('/package.json'))
    .map((each) => each.slice(0, -'package.json'.length))
  return (file) => folders.filter((each) => file.startsWith(each)).sort((a, b) => b.length - a.length)[0] ?? '/'
}
