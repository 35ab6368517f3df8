import type { Facts } from '../facts/facts.ts'

/** A function and those that are written in it. */
export function subtreeOf({ functions }: Facts, fn: number): ReadonlySet<number> {
  const inside = new Set([fn])
  // What is written in another comes after it.
  for (let index = fn + 1; index < functions.length; index++)
    if (inside.has(functions[index]?.parent ?? -1)) inside.add(index)
  return inside
}
