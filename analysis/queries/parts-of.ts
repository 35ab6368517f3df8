import type { Facts, Slot } from '../facts/facts.ts'

/** The parts of a file by the function, or the class, that they belong to. */
interface Parts {
  readonly nested: ReadonlyMap<number, readonly number[]>
  readonly members: ReadonlyMap<number, readonly number[]>
  /** What is stored in something, apart from what the module exports. */
  readonly stored: ReadonlyMap<number, readonly Slot[]>
}

const known = new WeakMap<Facts, Parts>()

/** Sorted once for a file: a machine may have written thousands of functions into it. */
export function partsOf(facts: Facts): Parts {
  const before = known.get(facts)
  if (before) return before
  const doors = doorsOf(facts)
  const found: Parts = {
    nested: grouped(facts.functions.map(({ parent, cls }, at) => ({ by: cls === -1 ? parent : -1, at }))),
    members: grouped(facts.functions.map(({ cls }, at) => ({ by: cls, at }))),
    stored: grouped(
      facts.stores.map(([base, , from]) => ({
        by: doors.has(base) ? -1 : (facts.owners[base] ?? -1),
        at: from,
      })),
    ),
  }
  known.set(facts, found)
  return found
}

/** What the exports are stored in: also the object of `module.exports = { book, Ledger }`. */
function doorsOf({ exports, copies }: Facts): ReadonlySet<Slot> {
  const doors = new Set([exports])
  for (let index = 0; index < copies.length; index += 2)
    if (copies[index + 1] === exports) doors.add(copies[index] ?? exports)
  return doors
}

function grouped(all: readonly { readonly by: number; readonly at: number }[]): ReadonlyMap<number, readonly number[]> {
  const groups = new Map<number, number[]>()
  for (const { by, at } of all) {
    const group = groups.get(by)
    if (group) group.push(at)
    else groups.set(by, [at])
  }
  return groups
}
