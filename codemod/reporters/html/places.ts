import type { Place } from '../../../analysis/index.ts'
import type { Report, Reported } from '../../report.ts'
import { shownPath } from '../../shown-path.ts'
import { markup, type Markup } from './markup.ts'

/** Which findings are about a place, by their numbers on the page. */
export type FindingsAt = (place: Place) => readonly number[]

export function indexFindings(findings: readonly Reported[]): FindingsAt {
  const numbers = new Map<string, number[]>()
  findings.forEach(({ place, because }, index) => {
    // Evidence that stands in the same place does not count it twice.
    const keys = new Set([place, ...because.map((each) => each.place)].map(keyOf))
    for (const key of keys) numbers.set(key, [...(numbers.get(key) ?? []), index])
  })
  return (place) => numbers.get(keyOf(place)) ?? []
}

function keyOf({ file, start, end }: Place): string {
  return `${start}:${end}:${file}`
}

export function findingId(index: number): string {
  return `finding-${index + 1}`
}

/** `src/db.ts:4`, with places to break a long path at. */
export function whereOf(report: Report, { file, line }: Pick<Place, 'file' | 'line'>): Markup {
  const parts = `${shownPath(report, file)}:${line}`.split('/')
  return markup`<span class="where">${parts.map((part, index) => (index === 0 ? part : markup`/<wbr />${part}`))}</span>`
}

/** A sentence with its code in backticks set as code. */
export function sentence(text: string): readonly (Markup | string)[] {
  return text.split('`').map((part, index) => (index % 2 === 1 ? markup`<code>${part}</code>` : part))
}
