import type { Analysis, Finding } from '../../analysis/index.ts'
import { UnplacedEdit } from '../edits/index.ts'
import { isRefusal, repairOf, type Repair, type Workshop } from '../recipes/index.ts'
import { applyRepairs, compatible } from './apply-repairs.ts'
import { compare, isBetter, sayWorse, type Comparison } from './compare.ts'
import type { Outcome } from './outcome.ts'
import type { Overlay } from './overlay.ts'
import { countByKey, keyOf } from './same-finding.ts'

export interface Mend {
  readonly overlay: Overlay
  /** Of the overlay. */
  readonly analysis: Analysis
  readonly workshop: Workshop
  readonly isAsked: (finding: Finding) => boolean
}

interface Mending {
  readonly finding: Finding
  readonly repair: Repair
}

/** More than any chain of repairs needs, each of which makes the next one possible. */
const ROUNDS = 12
const STEPS = 4

/** Repairs what can be repaired, round after round, and keeps of it what an analysis of the edited text confirms. */
export function mend({ overlay, analysis, workshop, isAsked }: Mend): readonly Outcome[] {
  const outcomes: Outcome[] = []
  const refused = new Map<string, string>()
  let judged = analysis.check()
  const found = judged.findings.filter(isAsked)
  for (let round = 0; round < ROUNDS; round++) {
    const mendings = compatible(findMendings())
    if (mendings.length === 0) break
    for (const { finding, repair } of keepBetter(mendings)) outcomes.push({ finding, is: 'fixed', how: repair.what })
  }
  const left = judged.findings.filter(isAsked).map((finding): Outcome => {
    return { finding, is: 'left', why: refused.get(keyOf(finding)) ?? 'Another repair stands where this one would.' }
  })
  const told = countByKey([...outcomes, ...left].map(({ finding }) => finding))
  const gone = found.filter((finding) => !told.has(keyOf(finding)))
  return [
    ...outcomes,
    ...left,
    ...gone.map((finding): Outcome => ({ finding, is: 'gone', how: 'It is no longer found after the other repairs.' })),
  ]

  function findMendings(): Mending[] {
    return judged.findings.filter(isAsked).flatMap((finding) => {
      if (refused.has(keyOf(finding))) return []
      const repair = repairOf(finding, workshop)
      if (!isRefusal(repair)) return [{ finding, repair }]
      refused.set(keyOf(finding), repair.why)
      return []
    })
  }

  /** All at once where that is well; else one by one, without those that make nothing better. */
  function keepBetter(mendings: readonly Mending[]): readonly Mending[] {
    if (attempt(mendings) === undefined) return mendings
    const kept: Mending[] = []
    const tried = new Set<string>()
    const failed = new Map<string, string>()
    let keptBefore = 0
    for (;;) {
      // The texts move on with each repair, and what is left is found in them again.
      const next = findMendings().find(({ finding }) => !tried.has(keyOf(finding)))
      if (!next && kept.length > keptBefore && failed.size > 0) {
        // What stood in the way may be gone.
        keptBefore = kept.length
        tried.clear()
        failed.clear()
        continue
      }
      if (!next) {
        for (const [key, why] of failed) refused.set(key, why)
        return kept
      }
      const why = attempt([next])
      if (why === undefined) kept.push(next)
      else {
        tried.add(keyOf(next.finding))
        failed.set(keyOf(next.finding), why)
      }
    }
  }

  /** Makes the repairs; undefined when all is better, else why they were put back. */
  function attempt(mendings: readonly Mending[]): string | undefined {
    const before = overlay.edited
    let next: readonly Repair[] = mendings.map(({ repair }) => repair)
    let why = 'The edit would change nothing.'
    for (let step = 0; step < STEPS && next.length > 0; step++) {
      try {
        overlay.edit(applyRepairs(overlay.edited, next, (file) => workshop.textOf(file)))
      } catch (error) {
        if (!(error instanceof UnplacedEdit || error instanceof RangeError)) throw error
        why = `${error.message}.`
        break
      }
      const after = analysis.check()
      const repaired = mendings.map(({ finding }) => finding)
      const comparison = compare(judged, after, repaired)
      if (isBetter(comparison)) {
        judged = after
        return undefined
      }
      why = sayWorse(comparison)
      next = repairsOfAdded(comparison)
    }
    overlay.edit(before)
    return why
  }

  /** What comes with a repair is repaired with it: a handler that waits now has to catch what fails. */
  function repairsOfAdded({ remaining, added, broken }: Comparison): readonly Repair[] {
    if (remaining.length > 0 || broken.length > 0 || !added.every(isAsked)) return []
    const mendings = added.flatMap((finding) => {
      const repair = repairOf(finding, workshop)
      return isRefusal(repair) ? [] : [{ finding, repair }]
    })
    return compatible(mendings).map(({ repair }) => repair)
  }
}
