import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createAnalysis, type Finding, type Suggestion } from '../../analysis/index.ts'
import { readStories } from './read-stories.ts'
import { storyHost } from './story-host.ts'

const folder = join(import.meta.dirname, 'cases')
/** What an exit that comes too early hides: with nothing to wait for there is nothing that could fail or come again. */
const HIDDEN_BY_EXIT = new Set(['no-repeated-shutdown', 'no-unhandled-shutdown-rejection', 'require-shutdown-deadline'])

for (const page of globSync('*/*.md', { cwd: folder }).sort()) {
  describe(page, () => {
    it.each(readStories(page, readFileSync(join(folder, page), 'utf8')))(
      'each suggestion repairs what it is offered for, adds nothing, and they come to an end › $name',
      ({ at, read }) => {
        const { files } = read()
        const { findings } = judge(files)
        for (const finding of findings)
          for (const suggestion of finding.suggestions) {
            const after = judge(accept(files, finding, suggestion))
            expect(after.unreadable, at).toEqual([])
            const isHidden = (rule: string): boolean =>
              finding.rule === 'no-exit-before-drain' && HIDDEN_BY_EXIT.has(rule)
            const identify = suggestion.id === 'closeFirst' ? identityOfHandler : identityOf
            const before = findings.map(identify)
            const added = after.findings.filter((each) => !isHidden(each.rule)).map(identify)
            expect(
              added.filter((each) => !before.includes(each)),
              `${at}: ${suggestion.id} adds`,
            ).toEqual([])
            expect(countOf(after.findings, finding), `${at}: ${suggestion.id} repairs`).toBeLessThan(
              countOf(findings, finding),
            )
          }
        expect(
          repair(files, findings).some(({ suggestions }) => suggestions.length > 0),
          at,
        ).toBe(false)
      },
    )
  })
}

/** Takes the first suggestion again and again, until there is none: what is found then. */
function repair(files: ReadonlyMap<string, string>, findings: readonly Finding[]): readonly Finding[] {
  let [now, left] = [files, findings]
  for (let steps = findings.length + 10; steps > 0; steps--) {
    const finding = left.find(({ suggestions }) => suggestions.length > 0)
    const [first] = finding?.suggestions ?? []
    if (!finding || !first) return left
    now = accept(now, finding, first)
    left = judge(now).findings
  }
  return left
}

function judge(files: ReadonlyMap<string, string>) {
  return createAnalysis(storyHost(files)).check()
}

function accept(
  files: ReadonlyMap<string, string>,
  { place }: Finding,
  { file = place.file, edits }: Suggestion,
): ReadonlyMap<string, string> {
  let text = files.get(file) ?? ''
  for (const edit of edits.toSorted((a, b) => b.start - a.start))
    text = text.slice(0, edit.start) + edit.text + text.slice(edit.end)
  return new Map([...files, [file, text]])
}

/** What it says, but for the signal that it names: of two it names the one that is sent by orchestrators. */
function identityOf({ rule, verdict, place, data }: Finding): string {
  return JSON.stringify({ rule, verdict, file: place.file, ...data, signal: '' })
}

/** The same, whatever the handler lets go of first: what is said of a handler is said of its first release. */
function identityOfHandler(finding: Finding): string {
  const data = Object.entries(finding.data).filter(([key]) => key !== 'release')
  return identityOf({ ...finding, data: Object.fromEntries(data) })
}

function countOf(findings: readonly Finding[], { rule, verdict }: Finding): number {
  return findings.filter((each) => each.rule === rule && each.verdict === verdict).length
}
