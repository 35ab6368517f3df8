import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { applyBaseline, assertBaseline } from '../../codemod/baseline/apply-baseline.ts'
import { check } from '../../codemod/check.ts'
import type { Report } from '../../codemod/report.ts'
import { writeIn, writeTree } from '../project/written-tree.ts'
import { TICKING, LEAKING } from './trees.ts'

const POOL = LEAKING['src/db.js']
const TWICE = { ...LEAKING, 'src/main.js': `${LEAKING['src/main.js']}import './audit.js'\n`, 'src/audit.js': POOL }

describe('what a baseline has', () => {
  test('is left out, and counted', () => {
    const root = baselined(TWICE)
    expect(using(root)).toMatchObject({ findings: [], known: 2, notes: [] })
  })

  test('is known again when lines come and go above it, and when it is indented otherwise', () => {
    const root = baselined(TWICE)
    writeIn(
      root,
      'src/db.js',
      `// A\n// comment\n\n${POOL.replace('export const pool = new', 'export const pool =   new')}`,
    )
    expect(using(root)).toMatchObject({ findings: [], known: 2, notes: [] })
  })

  test('is known wherever the check is started', () => {
    const root = baselined(TWICE)
    const report = check({ startedIn: join(root, 'src'), paths: ['.'], strict: false })
    expect(applyBaseline(report, { path: join(root, 'known.txt'), ...NEITHER }).findings).toEqual([])
  })

  test('hides neither the same fault in another file nor once more in the same file', () => {
    const root = baselined(LEAKING)
    writeIn(root, 'src/db.js', `${POOL}${POOL.replace("import { Pool } from 'pg'\n\n", '').replace('pool', 'second')}`)
    writeIn(root, 'src/audit.js', POOL)
    writeIn(root, 'src/main.js', TWICE['src/main.js'])
    const { findings, known } = using(root)
    expect(known).toBe(1)
    expect(findings.map(({ place: { file, line } }) => [file.slice(root.length + 1), line])).toEqual([
      ['src/audit.js', 3],
      ['src/db.js', 4],
    ])
  })
})

describe('what a baseline has and nobody finds any more', () => {
  test('is said, and goes only when that is asked for', () => {
    const root = baselined(TWICE)
    const before = textOf(root)
    writeIn(root, 'src/audit.js', '')
    expect(using(root).notes).toEqual([`1 entry of ${join(root, 'known.txt')} is gone: --prune-baseline removes them.`])
    expect(textOf(root)).toBe(before)
    expect(using(root, { prune: true }).notes).toEqual([`1 entry removed from ${join(root, 'known.txt')}.`])
    expect(entriesOf(root)).toEqual([expect.stringMatching(/^src\/db\.js\t/)])
    expect(using(root).notes).toEqual([])
  })

  test('goes with its file', () => {
    const root = baselined(TWICE)
    writeIn(root, 'src/main.js', LEAKING['src/main.js'])
    rmSync(join(root, 'src/audit.js'))
    using(root, { prune: true })
    expect(entriesOf(root)).toHaveLength(1)
  })

  test.each([
    [
      'a file that was not asked for',
      (root: string) => check({ startedIn: root, paths: ['src/db.js'], strict: false }),
    ],
    ['another part', (root: string) => check({ startedIn: root, paths: ['src/main.js'], strict: false })],
  ])('stays, when it is in %s', (_, partial) => {
    const root = baselined(TWICE)
    writeIn(root, 'src/audit.js', '')
    const before = textOf(root)
    expect(applyBaseline(partial(root), { path: join(root, 'known.txt'), add: true, prune: true }).notes).toEqual([])
    expect(textOf(root)).toBe(before)
  })

  test('stays, when its file can not be read for the moment', () => {
    const root = baselined(TWICE)
    writeIn(root, 'src/audit.js', `${POOL}const half = {`)
    using(root, { prune: true })
    expect(entriesOf(root)).toHaveLength(2)
  })

  test('stays, when it is only likely and only what is certain is looked for', () => {
    const root = writeTree({ 'api.js': TICKING })
    const path = join(root, 'known.txt')
    const strictly = check({ startedIn: root, paths: ['.'], strict: true })
    const likely = strictly.findings.filter(({ confidence }) => confidence === 'likely').length
    expect(likely).toBeGreaterThan(0)
    applyBaseline(strictly, { path, add: true, prune: false })
    applyBaseline(check({ startedIn: root, paths: ['.'], strict: false }), { path, add: false, prune: true })
    expect(entriesOf(root)).toHaveLength(strictly.findings.length)
  })
})

describe('what is new', () => {
  test('is never added unless that is asked for, not even by pruning', () => {
    const root = baselined(LEAKING)
    writeIn(root, 'src/main.js', TWICE['src/main.js'])
    writeIn(root, 'src/audit.js', POOL)
    expect(using(root, { prune: true }).findings).toHaveLength(1)
    expect(entriesOf(root)).toHaveLength(1)
    expect(using(root, { add: true })).toMatchObject({
      findings: [],
      known: 2,
      notes: [`1 entry added to ${join(root, 'known.txt')}.`],
    })
    expect(entriesOf(root)).toHaveLength(2)
  })

  test('stands in one line each, sorted, without the number of a line', () => {
    const root = baselined(TWICE)
    const entries = entriesOf(root)
    expect(entries).toEqual(entries.toSorted())
    for (const entry of entries) expect(entry).toMatch(/^src\/\w+\.js\trequire-cleanup\tcertain\t[0-9a-f]{32}$/)
  })

  test('of two runs at once is all there in the end', () => {
    const root = baselined({ 'package.json': {}, 'empty.js': '' })
    const path = join(root, 'known.txt')
    for (const [name, content] of Object.entries(TWICE)) writeIn(root, name, content)
    const [one, other] = ['src/db.js', 'src/audit.js'].map((file) => {
      return check({ startedIn: root, paths: [file], strict: false })
    })
    if (one) applyBaseline(one, { path, add: true, prune: true })
    // It has read the tree before the other one has written.
    if (other) applyBaseline(other, { path, add: true, prune: true })
    expect(entriesOf(root)).toHaveLength(2)
    expect(existsSync(`${path}.lock`)).toBe(false)
  })
})

test('a line that is no entry is named, and nothing is lost', () => {
  const root = baselined(TWICE)
  const path = join(root, 'known.txt')
  writeFileSync(path, `${textOf(root)}<<<<<<< HEAD\n`)
  const before = textOf(root)
  expect(() => {
    assertBaseline({ path, add: true, prune: false })
  }).toThrow(`--baseline: ${path}:4 is no entry: was it merged by hand?`)
  expect(textOf(root)).toBe(before)
})

const NEITHER = { add: false, prune: false }

/** A tree whose findings are all known. */
function baselined(files: Readonly<Record<string, string | object>>): string {
  const root = writeTree(files)
  using(root, { add: true })
  return root
}

function using(root: string, how: { add?: boolean; prune?: boolean } = {}): Report {
  const report = check({ startedIn: root, paths: ['.'], strict: false })
  return applyBaseline(report, { path: join(root, 'known.txt'), ...NEITHER, ...how })
}

function textOf(root: string): string {
  return readFileSync(join(root, 'known.txt'), 'utf8')
}

function entriesOf(root: string): string[] {
  return textOf(root)
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
}
