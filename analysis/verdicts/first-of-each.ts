import type { Finding } from '../finding.ts'
import { together } from '../suggestions/together.ts'

/** A finding, and what it is about: two registrations that lead to the same have one finding. */
export interface Fault {
  readonly about: string
  readonly finding: Finding
}

export function firstOfEach(faults: readonly Fault[]): Finding[] {
  return [...Map.groupBy(faults, ({ about }) => about).values()].flatMap((same) => {
    const [first] = same
    return first ? [{ ...first.finding, suggestions: together(same.map(({ finding }) => finding.suggestions)) }] : []
  })
}
