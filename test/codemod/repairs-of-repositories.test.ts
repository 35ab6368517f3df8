import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { findFixes, type FileText, type Fixed } from '../../codemod/fix/fix.ts'

// Folders of repositories, each a checkout: GRACEFUL_CORPUS=/corpus npx vitest run test/codemod/repairs-of-repositories.test.ts
const CORPUS = process.env.GRACEFUL_CORPUS
const LIMIT_MS = 1_800_000

const copies = realpathSync(mkdtempSync(join(tmpdir(), 'graceful-corpus-')))
afterAll(() => {
  rmSync(copies, { recursive: true, force: true })
})

describe.skipIf(CORPUS === undefined)('a repository that others wrote', () => {
  test.each(CORPUS === undefined ? [] : readdirSync(CORPUS))(
    '%s is repaired once, line by line, and each finding has an end',
    { timeout: LIMIT_MS },
    async (name) => {
      const root = join(copies, name)
      cpSync(realpathSync(join(CORPUS ?? '', name)), root, {
        recursive: true,
        filter: (path) => !['node_modules', '.git'].includes(basename(path)),
      })
      const first = await find(root)
      for (const { outcomes } of [first])
        for (const outcome of outcomes) expect(outcome.is === 'left' ? outcome.why : outcome.how).toMatch(/\.$/)
      const countIn = Map.groupBy(first.outcomes, ({ finding }) => finding.place.file)
      for (const text of first.texts) expectLinesKept(text, countIn.get(text.file)?.length ?? 0)
      for (const { file, after } of first.texts) {
        mkdirSync(dirname(file), { recursive: true })
        writeFileSync(file, after)
      }
      const second = await find(root)
      expect(second.texts.map(({ file }) => file)).toEqual([])
      const left = first.outcomes.filter(({ is }) => is === 'left')
      expect(second.outcomes.filter(({ is }) => is === 'fixed')).toEqual([])
      expect(second.outcomes.length).toBe(left.length)
    },
  )
})

function find(root: string): Promise<Fixed> {
  return findFixes({ startedIn: root, paths: ['.'], todo: true, onProgress: () => undefined })
}

/** For each finding, and for the door to the lifecycle, a handful of lines are edited; the others stand as they did. */
const LINES_EACH = 8

/** All lines but those that were moved or edited stand there in their order, with their own line endings. */
function expectLinesKept({ before, after }: FileText, findings: number): void {
  if (before === undefined) return
  const lines = after.split('\n').map((line) => line.trimStart())
  let at = 0
  let gone = 0
  for (const line of before.split('\n').map((each) => each.trimStart())) {
    const next = lines.indexOf(line, at)
    if (next === -1) gone++
    else at = next + 1
  }
  expect(gone).toBeLessThanOrEqual(LINES_EACH * (findings + 1))
  if (before.includes('\r\n')) expect(after.replaceAll('\r\n', '')).not.toMatch(/\n/)
  expect(after.endsWith('\n')).toBe(before.endsWith('\n'))
}
