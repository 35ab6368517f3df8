import type { Finding } from '../../analysis/index.ts'

/** By which a finding is known again when edits have moved it: what it is about, and where that is called. */
export function keyOf({ rule, place, data, held }: Finding): string {
  // What is said of a server alone while nothing hears a signal is said of its release afterwards.
  if (held) return ['held', held.acquired.file, held.acquire].join('\n')
  return [rule, place.file, data.call ?? ''].join('\n')
}

export function countByKey(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const finding of findings) counts.set(keyOf(finding), (counts.get(keyOf(finding)) ?? 0) + 1)
  return counts
}
