import { isCollection, isMap, isSeq, type Document, type ParsedNode } from 'yaml'
import { lineEnd, lineStart } from './text-lines.ts'
import {
  columnOf,
  columnOfEntries,
  contentEnd,
  entryEnd,
  entryStarts,
  startWithCommentLines,
  type Mapping,
  type Sequence,
} from './yaml-text.ts'

/** How the author of a file indents. */
export interface Layout {
  readonly step: number
  /** How far the dashes stand from the key above them. */
  readonly dashes: number
}

export function readLayout(text: string, document: Document.Parsed): Layout {
  let step: number | undefined
  let dashes: number | undefined
  for (const map of blockMaps(document.contents)) {
    const column = columnOfEntries(text, map)
    for (const { value } of map.items) {
      if (!isBlock(value)) continue
      if (isSeq(value)) dashes ??= columnOfEntries(text, value) - column
      else step ??= columnOfEntries(text, value) - column
    }
  }
  return { step: step ?? 2, dashes: dashes ?? step ?? 2 }
}

/** The lines of one entry of a block collection, with the comments above it, for another column of another file. */
export function entryLines(
  text: string,
  collection: Mapping | Sequence,
  index: number,
  column: number,
  layout: Layout,
): string[] {
  const item = collection.items[index]
  const position = entryStarts(text, collection)[index]
  if (!item || position === undefined) return []
  const start = startWithCommentLines(text, position)
  const end = lineEnd(text, 'key' in item ? entryEnd(text, item) : contentEnd(text, item))
  const shift = column - columnOf(text, position)
  const value = 'key' in item ? item.value : item
  const valueColumn = 'key' in item ? column + distance(value, layout) : column + distanceFromDash(text, position, item)
  const shifts = [{ start, end, shift }, ...shiftsBelow(text, value, valueColumn, layout)]
  return shiftedLines(text, start, end, shifts)
}

/** The lines of a whole block collection, for another column of another file. */
export function collectionLines(
  text: string,
  collection: Mapping | Sequence,
  column: number,
  layout: Layout,
): string[] {
  return collection.items.flatMap((_, index) => entryLines(text, collection, index, column, layout))
}

/** How far a value that begins below its key is indented from the key. */
export function distance(value: ParsedNode | null, { step, dashes }: Layout): number {
  return isSeq(value) ? dashes : step
}

export function isBlock(node: ParsedNode | null): node is Mapping | Sequence {
  return isCollection(node) && !node.flow && node.items.length > 0
}

function* blockMaps(node: ParsedNode | null): Generator<Mapping> {
  if (!isBlock(node)) return
  if (isMap(node)) yield node
  for (const item of node.items) yield* blockMaps('key' in item ? item.value : item)
}

interface Shift {
  readonly start: number
  readonly end: number
  readonly shift: number
}

function shiftsBelow(text: string, node: ParsedNode | null, column: number, layout: Layout): Shift[] {
  if (!isBlock(node)) return []
  const own = { start: node.range[0], end: contentEnd(text, node), shift: column - columnOfEntries(text, node) }
  const starts = entryStarts(text, node)
  const below = isMap(node)
    ? node.items.flatMap(({ value }) => shiftsBelow(text, value, column + distance(value, layout), layout))
    : node.items.flatMap((item, index) =>
        shiftsBelow(text, item, column + distanceFromDash(text, starts[index] ?? 0, item), layout),
      )
  return [own, ...below]
}

function distanceFromDash(text: string, dash: number, item: ParsedNode): number {
  return lineStart(text, dash) === lineStart(text, item.range[0]) ? item.range[0] - dash : 2
}

function shiftedLines(text: string, start: number, end: number, shifts: readonly Shift[]): string[] {
  const lines: string[] = []
  let shift = 0
  // From below: a comment is indented like the line that follows it.
  for (let at = lineStart(text, end); at >= start; at = at === 0 ? -1 : lineStart(text, at - 1)) {
    const line = text.slice(at, Math.min(lineEnd(text, at), end))
    const white = line.length - line.trimStart().length
    const first = at + white
    if (!/^\s*(#|$)/.test(line)) shift = shifts.findLast((one) => one.start <= first && first < one.end)?.shift ?? shift
    lines.unshift(line.trim() === '' ? '' : ' '.repeat(Math.max(0, white + shift)) + line.slice(white))
  }
  return lines
}
