import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  createAnalysis,
  RULES,
  sayFinding,
  saySuggestion,
  type RuleName,
  type Suggestion,
} from '../../analysis/index.ts'
import { readStories, tell, type Suggested } from './read-stories.ts'
import { storyHost } from './story-host.ts'

const folder = join(import.meta.dirname, 'cases')

/** The core rule has more to tell. */
const LEAST: Partial<Record<RuleName, number>> = { 'require-cleanup': 150 }

for (const rule of Object.keys(RULES) as RuleName[]) {
  const pages = globSync(`${rule}/*.md`, { cwd: folder }).sort()
  const stories = pages.flatMap((page) => readStories(page, readFileSync(join(folder, page), 'utf8')))

  describe(rule, () => {
    for (const { at, name, read } of stories) {
      it(`${at} › ${name}`, () => {
        const { files, found, suggested } = read()
        const { findings, unreadable } = createAnalysis(storyHost(files)).check()
        const own = findings.filter((finding) => finding.rule === rule)
        const order = [...files.keys()]
        own.sort((a, b) => order.indexOf(a.place.file) - order.indexOf(b.place.file) || a.place.start - b.place.start)
        expect(unreadable, at).toEqual([])
        const told = own.map((finding) => tell(finding, files.get(finding.place.file) ?? '', sayFinding))
        expect(told, at).toEqual(found)
        const offered = own.flatMap(({ place, suggestions }) =>
          suggestions.map((each) => accept(each, each.file ?? place.file, files.get(each.file ?? place.file) ?? '')),
        )
        expect(offered, at).toEqual(suggested)
      })
    }

    it('is told often enough, of what it finds and of what it leaves alone', () => {
      const all = stories.map(({ read }) => read())
      const least = LEAST[rule] ?? 30
      expect(all.length).toBeGreaterThanOrEqual(least)
      expect(all.filter(({ found }) => found.length > 0).length).toBeGreaterThanOrEqual(least / 2)
      expect(all.filter(({ found }) => found.length === 0).length).toBeGreaterThanOrEqual(least / 2)
    })
  })
}

describe('a story that tells too little is refused', () => {
  const code = (text: string): string => ['## A pool', '', '```ts src/main.ts', text, '```', ''].join('\n')

  it.each([
    [
      'without an expectation',
      code('new Pool()'),
      'page.md:1: nothing is expected; say "- nothing" when that is meant',
    ],
    ['without code', '## A pool\n\n- nothing\n', 'page.md:1: nothing is expected; say "- nothing" when that is meant'],
    ['with a mark too many', code('⟦new Pool()⟧') + '- nothing\n', 'page.md:1: 0 expected, but 1 marked with ⟦⟧'],
    ['with a mark too few', code('new Pool()') + '- missing\n', 'page.md:1: 1 expected, but 0 marked with ⟦⟧'],
    ['with half a mark', code('⟦new Pool()') + '- missing\n', 'page.md:1: ⟦ without ⟧ in src/main.ts'],
    [
      'with a block without a path',
      '## A pool\n\n```ts\n```\n',
      'page.md:1: a block needs a language and a path, not "ts"',
    ],
    [
      'with a block without an end',
      '## A pool\n\n```ts src/main.ts\n',
      'page.md:1: the block "ts src/main.ts" has no end',
    ],
  ])('%s', (_, markdown, message) => {
    expect(() => readStories('page.md', markdown).map(({ read }) => read())).toThrow(message)
  })
})

function accept(suggestion: Suggestion, file: string, text: string): Suggested {
  const edits = suggestion.edits.toSorted((a, b) => b.start - a.start)
  const after = edits.reduce((before, { start, end, text }) => before.slice(0, start) + text + before.slice(end), text)
  return { title: saySuggestion(suggestion), file, text: after }
}
