import { isAlias, isMap, isScalar, isSeq, parseAllDocuments, type Document, type Node } from 'yaml'
import type { Data, Entry } from './data.ts'

/** The documents of a YAML or JSON file, as far as they make sense. A template of Helm's is none. */
export function readYaml(text: string): readonly Data[] {
  if (/\{\{[^}]*\}\}/.test(text)) return []
  try {
    return [...parseAllDocuments(text, { merge: true })].flatMap((document) => {
      if (!('contents' in document) || document.errors.length > 0 || !document.contents) return []
      return toData(document.contents, { document, text, budget: { left: MOST_ALIASES } })
    })
  } catch {
    return [] // nested too deeply
  }
}

/** Aliases of aliases can make of ten lines more than fits a memory. */
const MOST_ALIASES = 1000

interface Source {
  readonly document: Document
  readonly text: string
  readonly budget: { left: number }
}

function toData(node: unknown, source: Source): Data {
  const [start, last] = isNode(node) ? (node.range ?? [0, 0]) : [0, 0]
  // A block goes on to the next line that is not its own.
  const end = start + source.text.slice(start, last).trimEnd().length
  if (isAlias(node)) {
    if ((source.budget.left -= 1) < 0) return unknown(start, end)
    const target = node.resolve(source.document)
    return target && !isAlias(target) ? { ...toData(target, source), start, end } : unknown(start, end)
  }
  if (isMap(node)) return { kind: 'mapping', start, end, entries: node.items.flatMap((pair) => entries(pair, source)) }
  if (isSeq(node)) return { kind: 'sequence', start, end, items: node.items.map((item) => toData(item, source)) }
  if (!isScalar(node)) return unknown(start, end)
  const { value } = node
  const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null
  return { kind: 'scalar', start, end, value: isPlain ? value : undefined }
}

function entries({ key, value }: { key: unknown; value: unknown }, source: Source): Entry[] {
  const name = isScalar(key) ? String(key.value) : ''
  const data = toData(value, source)
  // What `<<` brings in stands before what is written here.
  if (name === '<<') return data.kind === 'mapping' ? [...data.entries] : []
  const start = isNode(key) ? (key.range?.[0] ?? data.start) : data.start
  return [{ key: name, value: data, start, end: Math.max(data.end, start) }]
}

function unknown(start: number, end: number): Data {
  return { kind: 'scalar', start, end, value: undefined }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'range' in value
}
