import { sayFinding, type Finding, type Unreadable } from '../../analysis/index.ts'
import { countByKey, keyOf } from './same-finding.ts'

interface Judged {
  readonly findings: readonly Finding[]
  readonly unreadable: readonly Unreadable[]
}

/** What edits did to the findings. */
export interface Comparison {
  /** Findings that should be gone, and are not. */
  readonly remaining: readonly Finding[]
  /** Findings that were not there before. */
  readonly added: readonly Finding[]
  /** Files that could be read before. */
  readonly broken: readonly Unreadable[]
}

export function compare(before: Judged, after: Judged, repaired: readonly Finding[]): Comparison {
  const was = countByKey(before.findings)
  const is = countByKey(after.findings)
  const allowed = (key: string): number => (was.get(key) ?? 0) - (countByKey(repaired).get(key) ?? 0)
  const tooMany = (key: string): boolean => (is.get(key) ?? 0) > allowed(key)
  const repairedKeys = new Set(repaired.map(keyOf))
  const readBefore = new Set(before.unreadable.map(({ file }) => file))
  return {
    remaining: repaired.filter((finding) => tooMany(keyOf(finding))),
    added: after.findings.filter((finding) => !repairedKeys.has(keyOf(finding)) && tooMany(keyOf(finding))),
    broken: after.unreadable.filter(({ file }) => !readBefore.has(file)),
  }
}

export function isBetter({ remaining, added, broken }: Comparison): boolean {
  return remaining.length === 0 && added.length === 0 && broken.length === 0
}

/** Why edits are put back: a sentence. */
export function sayWorse({ remaining, added, broken }: Comparison): string {
  const [unreadable] = broken
  if (unreadable) return `With the edit the file would not parse: ${unreadable.why}`
  const [worse] = added
  if (worse) return `The edit would bring another finding, of ${worse.rule}: ${sayFinding(worse)}`
  return remaining.length > 0 ? 'The edit would not put it right.' : 'The edit would change nothing.'
}
