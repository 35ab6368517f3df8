import type { Node } from 'oxc-parser'
import type { Suggestion } from '../finding.ts'

/** Makes a number of what is written, and of nothing what the library would take by itself. */
export function toNumber(text: string, value: Node | undefined, byDefault: number | false): Suggestion[] {
  if (!value) return []
  const { start, end } = value
  const written = text.slice(start, end)
  const isDefaulted = value.type === 'LogicalExpression'
  if (!isDefaulted && byDefault === false) return []
  const number = isDefaulted ? `Number(${written})` : `Number(${written} ?? ${withUnderscores(Number(byDefault))})`
  return [{ id: 'toNumber', data: {}, edits: [{ start, end, text: number }] }]
}

function withUnderscores(value: number): string {
  return value < 10_000 ? String(value) : String(value).replaceAll(/\B(?=(\d{3})+$)/g, '_')
}
