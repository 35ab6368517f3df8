import { isAlias, isMap, isScalar, isSeq, stringify, type Document, type ParsedNode } from 'yaml'
import { insertion, type TextEdit } from './text-edits.ts'
import { isBlankLine, lineEnding, lineStart } from './text-lines.ts'
import { collectionLines, distance, entryLines, isBlock, readLayout, type Layout } from './yaml-layout.ts'
import { findEntry, findNamed, hasItem, inherits, listsKeys } from './yaml-lookup.ts'
import {
  columnOf,
  columnOfEntries,
  contentEnd,
  entryEnd,
  entryStarts,
  placeBelow,
  startWithCommentLines,
  type Entry,
  type Mapping,
  type Sequence,
} from './yaml-text.ts'
import type { Unplaced } from './unplaced-edit.ts'

export interface YamlSource {
  readonly text: string
  readonly document: Document.Parsed
  readonly root: Mapping
}

/** The insertions that bring what a fragment says, and a document does not, into the document. */
export function mergeEdits(target: YamlSource, fragment: YamlSource, unplaced: Unplaced): TextEdit[] {
  const layout = readLayout(target.text, target.document)
  return mergeMaps({ target, fragment, layout, unplaced }, target.root, fragment.root)
}

interface Merge {
  readonly target: YamlSource
  readonly fragment: YamlSource
  readonly layout: Layout
  readonly unplaced: Unplaced
}

/** What goes deeper comes first: where two insertions meet, it stands above. */
function mergeMaps(merge: Merge, target: Mapping, fragment: Mapping): TextEdit[] {
  const missing: number[] = []
  const below: TextEdit[] = []
  for (const [index, { key, value }] of fragment.items.entries()) {
    const found = findEntry(target, key)
    if (found) below.push(...mergeValues(merge, target, found, value))
    else if (!inherits(target, key, merge.target.document)) missing.push(index)
  }
  return [...below, ...append(merge, target, fragment, missing)]
}

function mergeValues(merge: Merge, map: Mapping, found: Entry, fragment: ParsedNode | null): TextEdit[] {
  const target = found.value
  const key = String(found.key)
  if (!isMap(fragment) && !isSeq(fragment)) return []
  if (isMap(target) && isMap(fragment)) return mergeMaps(merge, target, fragment)
  if (isSeq(target) && isSeq(fragment)) return mergeSequences(merge, target, fragment)
  if (isEmpty(target)) return fill(merge, map, found, fragment)
  if (isScalar(target)) return []
  if (isSeq(target) && isMap(fragment) && listsKeys(target, fragment)) return []
  if (isAlias(target)) throw merge.unplaced(`\`${key}\` stands for what is written elsewhere`)
  throw merge.unplaced(`\`${key}\` is a ${isSeq(target) ? 'list' : 'map'}, and not a ${isSeq(target) ? 'map' : 'list'}`)
}

function mergeSequences(merge: Merge, target: Sequence, fragment: Sequence): TextEdit[] {
  const missing: number[] = []
  const below: TextEdit[] = []
  for (const [index, item] of fragment.items.entries()) {
    const found = findNamed(target, item)
    if (found && isMap(item)) below.push(...mergeMaps(merge, found, item))
    else if (!hasItem(target, item)) missing.push(index)
  }
  return [...below, ...append(merge, target, fragment, missing)]
}

function append<Kind extends Mapping | Sequence>(
  { target, fragment, layout }: Merge,
  collection: Kind,
  from: Kind,
  missing: readonly number[],
): TextEdit[] {
  if (missing.length === 0) return []
  if (!isBlock(collection)) return [intoFlow(target.text, collection, flowEntries(from, missing))]
  const { text } = target
  const eol = lineEnding(text)
  const column = columnOfEntries(text, collection)
  const gap = isSpaced(text, collection) ? [''] : []
  const lines = missing.flatMap((index) => [...gap, ...entryLines(fragment.text, from, index, column, layout)])
  return [insertion(placeBelow(text, contentEnd(text, collection), column), lines.map((line) => eol + line).join(''))]
}

/** Writes a collection below a key that has no value. */
function fill(
  { target: { text }, fragment, layout, unplaced }: Merge,
  map: Mapping,
  found: Entry,
  value: Mapping | Sequence,
): TextEdit[] {
  if (map.flow || value.flow) throw unplaced(`\`${String(found.key)}\` has no value`)
  const column = columnOf(text, found.key.range[0]) + distance(value, layout)
  const lines = collectionLines(fragment.text, value, column, layout)
  const place = placeBelow(text, entryEnd(text, found), column)
  return [insertion(place, lines.map((line) => lineEnding(text) + line).join(''))]
}

function intoFlow(text: string, collection: Mapping | Sequence, entries: readonly string[]): TextEdit {
  const last = collection.items.at(-1)
  if (last) {
    const end = 'key' in last ? entryEnd(text, last) : contentEnd(text, last)
    return insertion(end, entries.map((entry) => `, ${entry}`).join(''))
  }
  const padding = isMap(collection) ? ' ' : ''
  const [start, end] = collection.range
  return { start: start + 1, end: end - 1, text: padding + entries.join(', ') + padding }
}

function flowEntries(collection: Mapping | Sequence, indices: readonly number[]): string[] {
  return indices.map((index) => {
    const item = collection.items[index]
    const value: unknown =
      item && 'key' in item ? new Map<string, unknown>([[String(item.key), item.value?.toJSON()]]) : [item?.toJSON()]
    return stringify(value, { collectionStyle: 'flow', lineWidth: 0, singleQuote: true }).trim().slice(1, -1).trim()
  })
}

function isEmpty(node: ParsedNode | null): boolean {
  return node === null || (isScalar(node) && node.value === null && node.source === '')
}

/** Whether blank lines stand between all entries. */
function isSpaced(text: string, collection: Mapping | Sequence): boolean {
  const [, ...others] = entryStarts(text, collection)
  return (
    others.length > 0 &&
    others.every((start) => isBlankLine(text, lineStart(text, startWithCommentLines(text, start) - 1)))
  )
}
