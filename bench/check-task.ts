import { readFileSync } from 'node:fs'
import { parseSync } from 'oxc-parser'
import { check } from '../codemod/check.ts'
import { isSource, openProject } from '../project/index.ts'
import { runTask } from './measured.ts'

const checking = (folder: string) => () => {
  check({ startedIn: folder, paths: ['.'], strict: true })
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
  'check-both': (larger, smaller, rounds) => inTurn(Number(rounds), checking(larger), checking(smaller)),
})

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
