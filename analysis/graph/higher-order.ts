import type { Facts, Slot } from '../facts/facts.ts'
import { subtreeOf } from './subtree.ts'

const known = new WeakMap<Facts, ReadonlyMap<number, ReadonlySet<string>>>()

/**
 * The functions of a file that call two or more things that they are given, by the places of these in the arguments:
 * `1` and `2.release` of `own(name, acquire, { release })`. What the one gives may go to the other, and to none that
 * another call gave.
 */
export function higherOrderIn(facts: Facts): ReadonlyMap<number, ReadonlySet<string>> {
  const before = known.get(facts)
  if (before) return before
  const found = findAll(facts)
  known.set(facts, found)
  return found
}

function findAll(facts: Facts): ReadonlyMap<number, ReadonlySet<string>> {
  const found = new Map<number, ReadonlySet<string>>()
  const { functions, classes, copies, loads } = facts
  const next = new Map<Slot, [string, Slot][]>()
  const lead = (from: Slot, property: string, to: Slot): void => {
    const list = next.get(from)
    if (list) list.push([property, to])
    else next.set(from, [[property, to]])
  }
  for (let index = 0; index < copies.length; index += 2) lead(copies[index] ?? 0, '', copies[index + 1] ?? 0)
  for (const [base, property, to] of loads) lead(base, property, to)
  functions.forEach(({ params, start, end }, fn) => {
    if (fn === 0 || params.length === 0) return
    if (classes.some((cls) => cls.start > start && cls.start < end)) return
    const called = calledIn(fn, params)
    if (called.size > 1) found.set(fn, called)
  })
  return found

  function calledIn(fn: number, params: readonly Slot[]): ReadonlySet<string> {
    const names = namesOf(params)
    const inside = subtreeOf(facts, fn)
    const called = new Set<string>()
    for (const { callee, fn: caller, kind } of facts.calls) {
      const name = names.get(callee)
      if (name !== undefined && kind === 'call' && inside.has(caller)) called.add(name)
    }
    return called
  }

  /** What stands in a slot because a parameter does, or a property of one. */
  function namesOf(params: readonly Slot[]): ReadonlyMap<Slot, string> {
    const names = new Map<Slot, string>(params.map((param, index) => [param, `${index}`]))
    for (const [slot, name] of names)
      for (const [property, to] of next.get(slot) ?? []) {
        const isDeep = property !== '' && name.includes('.')
        if (!isDeep && !names.has(to)) names.set(to, property === '' ? name : `${name}.${property}`)
      }
    return names
  }
}
