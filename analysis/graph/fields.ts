import { isIn, put } from './lists.ts'

/** The slots of what tokens hold by name. */
export interface Fields {
  /** The slot of a property that is read. */
  at(token: number, property: string): number
  /** The slot of a property in which something is stored: whoever reads or takes over all of them gets that too. */
  fill(token: number, property: string): number
  /** Where all properties of a token come together. */
  all(token: number): number
  /** Where all that an index may read comes together. */
  elements(token: number): number
  /** Lets all properties flow over, those too that are filled later. */
  takeAll(from: number, to: number): void
  /** The properties in which something is stored. */
  of(token: number): ReadonlyMap<string, number> | undefined
}

export function createFields(newSlot: () => number, copy: (from: number, to: number) => void): Fields {
  const read: (Map<string, number> | undefined)[] = []
  const filled: (Map<string, number> | undefined)[] = []
  const takers: (number[] | undefined)[] = []
  const takerSets = new Map<number, Set<number>>()
  const gathered = new Map<number, number>()
  const gatheredElements = new Map<number, number>()

  function at(token: number, property: string): number {
    const own = (read[token] ??= new Map<string, number>())
    const known = own.get(property)
    if (known !== undefined) return known
    const slot = newSlot()
    own.set(property, slot)
    return slot
  }

  function fill(first: number, property: string): number {
    // A list of what is still to be filled, as takers may stand in a row of thousands.
    const tokens = [first]
    for (let token = tokens.pop(); token !== undefined; token = tokens.pop()) {
      const own = (filled[token] ??= new Map<string, number>())
      if (own.has(property)) continue
      const slot = at(token, property)
      own.set(property, slot)
      copy(slot, gathered.get(token) ?? 0)
      if (isElement(property)) copy(slot, gatheredElements.get(token) ?? 0)
      for (const taker of takers[token] ?? []) {
        copy(slot, at(taker, property))
        tokens.push(taker)
      }
    }
    return at(first, property)
  }

  function gather(token: number, slots: Map<number, number>, isMeant: (property: string) => boolean): number {
    const known = slots.get(token)
    if (known !== undefined) return known
    const to = newSlot()
    slots.set(token, to)
    for (const [property, slot] of filled[token] ?? []) if (isMeant(property)) copy(slot, to)
    return to
  }

  return {
    at,
    fill,
    all: (token) => gather(token, gathered, () => true),
    elements: (token) => gather(token, gatheredElements, isElement),
    takeAll(from, to) {
      if (from === to) return
      const list = (takers[from] ??= [])
      if (isIn(from, list, takerSets, to)) return
      put(from, list, takerSets, to)
      for (const [property, slot] of filled[from] ?? []) copy(slot, fill(to, property))
    },
    of: (token) => filled[token],
  }
}

/** Whether an index may read a property: an index itself, or one that only running the code would tell. */
function isElement(property: string): boolean {
  return property === '[]' || property === '*' || isIndex(property)
}

export function isIndex(property: string): boolean {
  const code = property.charCodeAt(0)
  return code >= 48 && code <= 57
}
