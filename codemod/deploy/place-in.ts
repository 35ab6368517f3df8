import type { Place } from '../../analysis/index.ts'

/** A stretch of a text as a place. */
export function placeIn(file: string, text: string, start: number, end: number): Place {
  const from = pointOf(text, start)
  const to = pointOf(text, end)
  return { file, start, end, line: from.line, column: from.column, endLine: to.line, endColumn: to.column }
}

function pointOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset)
  return { line: before.split('\n').length, column: offset - (before.lastIndexOf('\n') + 1) }
}
