import { isMap, isScalar, isSeq, type Pair, type ParsedNode, type YAMLMap, type YAMLSeq } from 'yaml'
import { lineEnd, lineStart } from './text-lines.ts'

export type Mapping = YAMLMap.Parsed
export type Sequence = YAMLSeq.Parsed
export type Entry = Pair<ParsedNode, ParsedNode | null>

/** The end of what a node or an entry says: before its trailing comment and the blank lines below it. */
export function contentEnd(text: string, node: ParsedNode): number {
  if ((isMap(node) || isSeq(node)) && !node.flow) {
    const last = node.items.at(-1)
    if (!last) return node.range[1]
    return 'key' in last ? entryEnd(text, last) : contentEnd(text, last)
  }
  if (!isScalar(node) || !isBlockScalar(node.type)) return node.range[1]
  const isKept = /^[|>]\d?\+/.test(text.slice(node.range[0]))
  return isKept ? node.range[1] : text.slice(0, node.range[1]).trimEnd().length
}

export function entryEnd(text: string, { key, value }: Entry): number {
  return value ? contentEnd(text, value) : key.range[1]
}

/** Where new lines go below a collection: after the comments that are indented like its entries. */
export function placeBelow(text: string, end: number, column: number): number {
  let place = end > 0 && text[end - 1] === '\n' ? lineEnd(text, lineStart(text, end - 1)) : lineEnd(text, end)
  for (;;) {
    const next = text.indexOf('\n', place) + 1
    const comment = next === 0 ? null : /^( *)#/.exec(text.slice(next, lineEnd(text, next)))
    if (!comment || (comment[1] ?? '').length < column) return place
    place = lineEnd(text, next)
  }
}

/** The positions at which the entries of a block collection begin: their keys or their dashes. */
export function entryStarts(text: string, collection: Mapping | Sequence): number[] {
  if (isMap(collection)) return collection.items.map(({ key }) => key.range[0])
  return collection.items.map((item) => text.lastIndexOf('-', item.range[0] - 1))
}

export function columnOf(text: string, position: number): number {
  return position - lineStart(text, position)
}

/** The column of the entries of a block collection. */
export function columnOfEntries(text: string, collection: Mapping | Sequence): number {
  const [first] = entryStarts(text, collection)
  return first === undefined ? 0 : columnOf(text, first)
}

/** The beginning of the line of an entry, or of the comments directly above it. */
export function startWithCommentLines(text: string, position: number): number {
  let start = lineStart(text, position)
  while (start > 0 && /^\s*#/.test(text.slice(lineStart(text, start - 1), start))) start = lineStart(text, start - 1)
  return start
}

function isBlockScalar(type: string | null | undefined): boolean {
  return type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED'
}
