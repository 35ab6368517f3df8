import { endWithComments } from './comments.ts'
import { insertion, type TextEdit } from './text-edits.ts'
import { indentationAt, isFirstOnLine, lineEnding } from './text-lines.ts'

/** What stands between two braces, brackets or parentheses, separated by commas. */
export interface List {
  readonly text: string
  /** After the opening brace. */
  readonly open: number
  /** At the closing brace. */
  readonly close: number
  readonly elements: readonly { readonly start: number; readonly end: number }[]
  /** How an empty list is opened: its elements on lines of their own with this indentation, or between these two. */
  readonly opened: { readonly indentation: string; readonly trailingComma: boolean } | { readonly padding: string }
}

/** Inserts entries before the element of that index, in the way in which the list is laid out. */
export function insertIntoList(list: List, index: number, entries: readonly string[]): TextEdit[] {
  if (list.elements.length === 0) return intoEmpty(list, entries)
  return (
    (index === 0 ? beforeFirst(list, entries) : undefined) ??
    after(list, index === 0 ? list.elements.length : index, entries)
  )
}

function intoEmpty({ text, open, close, opened }: List, entries: readonly string[]): TextEdit[] {
  const eol = lineEnding(text)
  const inner = text.slice(open, close)
  const end = open + inner.trimEnd().length
  if (inner.includes('\n') || 'indentation' in opened) {
    const indentation = 'indentation' in opened ? opened.indentation : indentationAt(text, close) + '  '
    const comma = 'indentation' in opened && opened.trailingComma ? ',' : ''
    const lines = eol + indentation + entries.join(`,${eol}${indentation}`) + comma
    if (inner.includes('\n')) return [insertion(end, lines)]
    return [{ start: end, end: close, text: lines + eol + indentationAt(text, open) }]
  }
  return [{ start: end, end: close, text: (end > open ? ' ' : opened.padding) + entries.join(', ') + opened.padding }]
}

/** Nothing if a comment stands before the first element: it may be about that element, or about all. */
function beforeFirst({ text, open, elements }: List, entries: readonly string[]): TextEdit[] | undefined {
  const first = elements[0]
  if (!first || text.slice(open, first.start).trim() !== '') return undefined
  const separator = isFirstOnLine(text, first.start) ? `,${lineEnding(text)}${indentationAt(text, first.start)}` : ', '
  return [insertion(first.start, entries.map((entry) => entry + separator).join(''))]
}

function after({ text, close, elements }: List, index: number, entries: readonly string[]): TextEdit[] {
  const previous = elements[index - 1]
  if (!previous) return []
  const next = elements[index]?.start ?? close
  const comma = commaAfter(text, previous.end, next)
  const end = endWithComments(text, comma ?? previous.end)
  const inline = [insertion(previous.end, entries.map((entry) => `, ${entry}`).join(''))]
  const commaIsOnNextLine = comma !== undefined && text.slice(previous.end, comma).includes('\n')
  if (end >= next || commaIsOnNextLine || !isFirstOnLine(text, previous.start)) return inline
  const separator = lineEnding(text) + indentationAt(text, previous.start)
  const lines = separator + entries.join(`,${separator}`)
  if (comma !== undefined) return [insertion(end, `${lines},`)]
  return [insertion(previous.end, ','), insertion(end, lines)]
}

/** The position after the comma that follows an element. */
function commaAfter(text: string, from: number, to: number): number | undefined {
  const found = /^(?:\s|\/\/[^\n]*\n|\/\*[^]*?\*\/)*,/.exec(text.slice(from, to))
  return found ? from + found[0].length : undefined
}
