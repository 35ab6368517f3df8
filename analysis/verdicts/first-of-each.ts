import type { Finding } from '../finding.ts'

/** A finding, and what it is about: two registrations that lead to the same have one finding. */
export interface Fault {
  readonly about: string
  readonly finding: Finding
}

export function firstOfEach(faults: readonly Fault[]): Finding[] {
  const first = new Map<string, Finding>()
  for (const { about, finding } of faults) if (!first.has(about)) first.set(about, finding)
  return [...first.values()]
}
