import type { Reported } from './report.ts'

/** By file, and in a file from top to bottom. */
export function byPlace(one: Reported, other: Reported): number {
  const [a, b] = [one.place, other.place]
  return (
    compare(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    a.endLine - b.endLine ||
    a.endColumn - b.endColumn ||
    compare(one.rule, other.rule)
  )
}

export function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1
}
