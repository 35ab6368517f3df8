import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createAnalysis } from '../../analysis/index.ts'
import { readStories } from './read-stories.ts'
import { renameVariables } from './rewritings/rename-variables.ts'
import { reorderFunctions } from './rewritings/reorder-functions.ts'
import type { Rewriting } from './rewritings/rewriting.ts'
import { splitFile } from './rewritings/split-file.ts'
import { toCommonJs } from './rewritings/to-common-js.ts'
import { wrapInFactory } from './rewritings/wrap-in-factory.ts'
import { storyHost } from './story-host.ts'

const folder = join(import.meta.dirname, 'cases')
const REWRITINGS: Readonly<Record<string, { rewrite: Rewriting; atLeast: number }>> = {
  'with other names for its variables': { rewrite: renameVariables, atLeast: 500 },
  'with its imports and functions in another order': { rewrite: reorderFunctions, atLeast: 300 },
  'as CommonJS': { rewrite: toCommonJs, atLeast: 300 },
  'with a factory for what it makes': { rewrite: wrapInFactory, atLeast: 200 },
  'with a function in a file of its own': { rewrite: splitFile, atLeast: 150 },
}

const stories = globSync('*/*.md', { cwd: folder })
  .sort()
  .flatMap((page) => readStories(page, readFileSync(join(folder, page), 'utf8')))

// How a program is written decides nothing: what is said of each story is said of it when it is written differently.
describe.each(Object.entries(REWRITINGS))('a story %s', (_, { rewrite, atLeast }) => {
  it('gets the verdicts that it got', { timeout: 300_000 }, () => {
    let rewritten = 0
    const differing: string[] = []
    for (const { at, read } of stories) {
      const { files } = read()
      const other = rewrite(files)
      if (!other) continue
      rewritten++
      const [before, after] = [verdictsOf(files), verdictsOf(other)]
      if (before !== after) differing.push(at)
    }
    expect(differing).toEqual([])
    expect(rewritten).toBeGreaterThan(atLeast)
  })
})

function verdictsOf(files: ReadonlyMap<string, string>): string {
  const { findings, unreadable } = createAnalysis(storyHost(files)).check()
  const verdicts = findings.map(({ rule, verdict, confidence }) => `${rule} ${verdict} ${confidence}`)
  return [...verdicts.sort(), ...unreadable.map(({ why }) => why)].join(', ')
}
