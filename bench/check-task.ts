import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseSync } from 'oxc-parser'
import { createAnalysis } from '../analysis/index.ts'
import { openDiskCache } from '../codemod/cache/disk-cache.ts'
import { check } from '../codemod/check.ts'
import toText from '../codemod/formats/text.ts'
import { isSource, openProject } from '../project/index.ts'
import { runTask } from './measured.ts'

/** As the command does it, with the text that it prints. */
const telling = (folder: string) => () => {
  toText(check({ startedIn: folder, paths: ['.'], strict: true }), false)
}

const checking = (folder: string) => () => {
  check({ startedIn: folder, paths: ['.'], strict: true })
}

/** The analysis without all that the codemod does besides: what it opens, fingerprints, and says. */
const analysing = (folder: string) => () => {
  createAnalysis(openProject(folder)).check()
}

/** With a cache of its own, which a first check fills and a second finds. */
const cached = (folder: string, cacheFolder: string) => () => {
  check({ startedIn: folder, paths: ['.'], strict: true, cache: openDiskCache(cacheFolder, fail) })
}

/** Reads and parses them; the tree is only built when it is asked for. */
const parsing = (folder: string) => {
  const files = openProject(folder).files.filter(isSource)
  return () => {
    let statements = 0
    for (const file of files) statements += parseSync(file, readFileSync(file, 'utf8')).program.body.length
    if (statements === 0) throw new Error('nothing was parsed')
  }
}

await runTask({
  check: (folder) => [timed(checking(folder))],
  parse: (folder) => [timed(parsing(folder))],
  'check-and-parse': (folder, rounds) => inTurn(Number(rounds), checking(folder), parsing(folder)),
  'check-and-analysis': (folder, rounds) => inTurn(Number(rounds), telling(folder), analysing(folder)),
  'second-and-first': (folder, rounds) => {
    const times: number[] = []
    for (let round = 0; round < Number(rounds); round++) {
      const cacheFolder = mkdtempSync(join(tmpdir(), 'graceful-bench-cache-'))
      const [first, second] = [timed(cached(folder, cacheFolder)), timed(cached(folder, cacheFolder))]
      rmSync(cacheFolder, { recursive: true })
      times.push(second, first)
    }
    return times
  },
  'check-both': (larger, smaller, rounds) => inTurn(Number(rounds), checking(larger), checking(smaller)),
})

function fail(why: string): never {
  throw new Error(why)
}

function timed(run: () => void): number {
  const start = performance.now()
  run()
  return performance.now() - start
}

/** As [one, other, one, other, …]; which comes first takes turns as well. The first round is a warm-up. */
function inTurn(rounds: number, one: () => void, other: () => void): number[] {
  const times: number[] = []
  for (let round = 0; round <= rounds; round++) {
    const otherFirst = round % 2 === 0 ? timed(other) : undefined
    const ofOne = timed(one)
    const ofOther = otherFirst ?? timed(other)
    if (round > 0) times.push(ofOne, ofOther)
  }
  return times
}
