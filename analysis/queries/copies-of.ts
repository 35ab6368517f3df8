import type { Facts, Slot } from '../facts/facts.ts'

/** The slots of a file that what stands in these is copied to, and these. */
export function copiesOf({ copies }: Facts, slots: Iterable<Slot>): ReadonlySet<Slot> {
  const found = new Set(slots)
  found.delete(0)
  for (let before = -1; before !== found.size;) {
    before = found.size
    for (let index = 0; index < copies.length; index += 2)
      if (found.has(copies[index] ?? 0)) found.add(copies[index + 1] ?? 0)
  }
  return found
}
