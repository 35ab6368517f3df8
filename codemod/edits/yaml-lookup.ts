import { isAlias, isMap, isScalar, type Document, type ParsedNode } from 'yaml'
import { isDeepStrictEqual } from 'node:util'
import type { Entry, Mapping, Sequence } from './yaml-text.ts'

export function findEntry(map: Mapping, key: ParsedNode): Entry | undefined {
  return map.items.find((entry) => String(entry.key) === String(key))
}

/** The map of a sequence that has the same `name` as an item. */
export function findNamed(sequence: Sequence, item: ParsedNode): Mapping | undefined {
  const name = isMap(item) ? item.get('name') : undefined
  if (name === undefined) return undefined
  return sequence.items.filter((one) => isMap(one)).find((one) => one.get('name') === name)
}

export function hasItem(sequence: Sequence, item: ParsedNode): boolean {
  return sequence.items.some((one) =>
    isScalar(one) && isScalar(item)
      ? String(one.value) === String(item.value)
      : isDeepStrictEqual(one.toJSON(), item.toJSON()),
  )
}

/** Whether a map has a key by `<<: *other`. */
export function inherits(map: Mapping, key: ParsedNode, document: Document.Parsed): boolean {
  return map.items.some(({ key: own, value }) => {
    if (String(own) !== '<<' || !isAlias(value)) return false
    const base = value.resolve(document)
    return isMap(base) && base.has(String(key))
  })
}

/** Whether a list of `KEY=value` or `key` already says what a map says. */
export function listsKeys(sequence: Sequence, map: Mapping): boolean {
  const listed = new Set(sequence.items.map((item) => String(item.toJSON()).split('=')[0]))
  return map.items.every(({ key }) => listed.has(String(key)))
}
