import type { Facts } from '../facts/facts.ts'
import { byFunction } from './by-function.ts'

/** A function and those that are written in it. */
export function subtreeOf(facts: Facts, fn: number): ReadonlySet<number> {
  const { inner } = byFunction(facts)
  const inside = new Set([fn])
  for (const each of inside) for (const at of inner.get(each) ?? []) inside.add(at)
  return inside
}
