import type { Facts } from './facts/facts.ts'
import type { Evidence, Finding, Place } from './finding.ts'
import { placeOf } from './place.ts'

/** Places, which an edit moves without changing what a file says. */
const PLACES = new Set(['start', 'end', 'line', 'lines'])

/** Whether two versions of a file differ in nothing that a verdict looks at. */
export function saysTheSame(before: Facts, now: Facts): boolean {
  return before.calls.length === now.calls.length && shapeOf(before) === shapeOf(now)
}

function shapeOf(facts: Facts): string {
  return JSON.stringify(facts, (key, value: unknown) => (PLACES.has(key) ? undefined : value))
}

/** The findings of a file, moved to where their calls stand now; undefined when one of them says more than a place. */
export function moveFindings(findings: readonly Finding[], before: Facts, now: Facts): readonly Finding[] | undefined {
  const moved = new Map<string, Place>()
  before.calls.forEach(({ start, end }, index) => {
    const call = now.calls[index]
    if (call) moved.set(`${start} ${end}`, placeOf(now.file, now.lines, call.start, call.end))
  })
  const result: Finding[] = []
  for (const finding of findings) {
    const place = move(finding.place)
    // A line in the sentence, or an edit, would have to move too.
    if (!place || 'line' in finding.data || finding.suggestions.length > 0) return undefined
    const because: Evidence[] = finding.because.map((each) => ({ ...each, place: move(each.place) ?? each.place }))
    result.push({ ...finding, place, because })
  }
  return result

  function move(place: Place): Place | undefined {
    return place.file === now.file ? moved.get(`${place.start} ${place.end}`) : undefined
  }
}
