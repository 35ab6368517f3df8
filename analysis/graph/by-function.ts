import type { Facts, Slot } from '../facts/facts.ts'

/** Places in a list, by the function in which what stands there is written. */
export type Places = ReadonlyMap<number, readonly number[]>

/** The facts of a file by function: a part of a long file then costs what that part is, not what the file is. */
export interface ByFunction {
  readonly inner: Places
  readonly calls: Places
  readonly slots: Places
  /** Of pairs: `copies` is a flat list. */
  readonly copies: Places
  readonly loads: Places
  readonly stores: Places
  readonly spreads: Places
  readonly holdsFunction: Places
  readonly holdsClass: Places
  readonly holdsObject: Places
  readonly holdsString: Places
  readonly holdsGlobal: Places
}

const known = new WeakMap<Facts, ByFunction>()

export function byFunction(facts: Facts): ByFunction {
  const before = known.get(facts)
  if (before) return before
  const found = arrange(facts)
  known.set(facts, found)
  return found
}

/** What stands in one of these functions, in the order of the list. */
export function amongst(places: Places, functions: Iterable<number>): number[] {
  const all = new Set<number>()
  for (const fn of functions) for (const at of places.get(fn) ?? []) all.add(at)
  return [...all].sort((one, other) => one - other)
}

function arrange(facts: Facts): ByFunction {
  const { functions, calls, owners, copies } = facts
  const ownerOf = (slot: Slot): number => owners[slot] ?? -1
  const bySlot = <T>(list: readonly T[], slotsOf: (item: T) => readonly Slot[]): Places =>
    arrangeBy(list, (item) => slotsOf(item).map(ownerOf))
  const first = ([one]: readonly [Slot, ...unknown[]]): readonly Slot[] => [one]
  const outer = ([one, , other]: readonly [Slot, unknown, Slot]): readonly Slot[] => [one, other]
  const pairs = Array.from({ length: copies.length / 2 }, (_, at) => copies.slice(2 * at, 2 * at + 2))
  return {
    inner: arrangeBy(functions, ({ parent }) => [parent]),
    calls: arrangeBy(calls, ({ fn }) => [fn]),
    slots: arrangeBy(owners, (owner) => [owner]),
    copies: bySlot(pairs, (pair) => pair),
    loads: bySlot(facts.loads, outer),
    stores: bySlot(facts.stores, outer),
    spreads: bySlot(facts.spreads, (pair) => pair),
    holdsFunction: bySlot(facts.holdsFunction, first),
    holdsClass: bySlot(facts.holdsClass, first),
    holdsObject: bySlot(facts.holdsObject, first),
    holdsString: bySlot(facts.holdsString, first),
    holdsGlobal: bySlot(facts.holdsGlobal, first),
  }
}

function arrangeBy<T>(list: readonly T[], functionsOf: (item: T) => readonly number[]): Places {
  const places = new Map<number, number[]>()
  list.forEach((item, at) => {
    for (const fn of functionsOf(item)) {
      const own = places.get(fn)
      if (own) own.push(at)
      else places.set(fn, [at])
    }
  })
  return places
}
