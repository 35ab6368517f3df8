/** A value of a file, and where it is written: YAML, JSON and the objects of a program look alike from here. */
export type Data = Mapping | Sequence | Scalar

interface Written {
  readonly start: number
  readonly end: number
}

interface Mapping extends Written {
  readonly kind: 'mapping'
  readonly entries: readonly Entry[]
}

export interface Entry extends Written {
  readonly key: string
  readonly value: Data
}

interface Sequence extends Written {
  readonly kind: 'sequence'
  readonly items: readonly Data[]
}

interface Scalar extends Written {
  readonly kind: 'scalar'
  /** Undefined: only running the program would tell. */
  readonly value: string | number | boolean | null | undefined
}

/** The entry that a path of keys leads to. */
export function entryAt(data: Data | undefined, ...path: readonly string[]): Entry | undefined {
  let found: Entry | undefined
  let at = data
  for (const key of path) {
    if (at?.kind !== 'mapping') return undefined
    found = at.entries.findLast((entry) => entry.key === key)
    at = found?.value
  }
  return found
}

export function dataAt(data: Data | undefined, ...path: readonly string[]): Data | undefined {
  return entryAt(data, ...path)?.value
}

export function itemsOf(data: Data | undefined): readonly Data[] {
  return data?.kind === 'sequence' ? data.items : []
}

export function entriesOf(data: Data | undefined): readonly Entry[] {
  return data?.kind === 'mapping' ? data.entries : []
}

/** A scalar as a text: `30` is '30'. */
export function textOf(data: Data | undefined): string | undefined {
  if (data?.kind !== 'scalar' || data.value === undefined || data.value === null) return undefined
  return String(data.value)
}

/** The texts of a list; undefined when there is none, or one of them is no text. */
export function textsOf(data: Data | undefined): readonly string[] | undefined {
  if (data?.kind !== 'sequence') return undefined
  const texts = data.items.map(textOf)
  return texts.every((text) => text !== undefined) ? texts : undefined
}

export function numberOf(data: Data | undefined): number | undefined {
  const text = textOf(data)?.trim()
  return text === undefined || !/^\d+(\.\d+)?$/.test(text) ? undefined : Number(text)
}
