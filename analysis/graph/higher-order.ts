import type { CallFact, Facts, Slot } from '../facts/facts.ts'
import { amongst, byFunction } from './by-function.ts'
import { subtreeOf } from './subtree.ts'

const known = new WeakMap<Facts, ReadonlyMap<number, ReadonlySet<string>>>()

/** A function that is given things, and what it does with them, itself or by another function of the file. */
interface Taker {
  readonly names: ReadonlyMap<Slot, string>
  readonly calls: readonly CallFact[]
  readonly called: Set<string>
  /** What is handed to those that are called. */
  readonly handed: Set<string>
}

/**
 * The functions of a file that call something that they are given, and have something more that is called or handed to
 * it, by the places of these in the arguments: `1` and `2.release` of `own(name, acquire, { release })`, `1` and `2` of
 * `adopt(name, it, release)`. What goes from the one to the other goes to none that another call gave.
 */
export function higherOrderIn(facts: Facts): ReadonlyMap<number, ReadonlySet<string>> {
  const before = known.get(facts)
  if (before) return before
  const found = findAll(facts)
  known.set(facts, found)
  return found
}

function findAll(facts: Facts): ReadonlyMap<number, ReadonlySet<string>> {
  const next = leadsOf(facts)
  const functions = functionsBySlot(facts, next)
  const takers = takersIn(facts, next)
  for (let isNew = true; isNew;) {
    isNew = false
    for (const taker of takers.values())
      for (const call of taker.calls) if (note(taker, call, takers.get(functions.get(call.callee) ?? -1))) isNew = true
  }
  const found = new Map<number, ReadonlySet<string>>()
  for (const [fn, { called, handed }] of takers) {
    const both = new Set([...called, ...handed])
    if (called.size > 0 && both.size > 1) found.set(fn, both)
  }
  return found
}

/** What a call does with the things that its function is given; says whether that was not known yet. */
function note({ names, called, handed }: Taker, { callee, args }: CallFact, other: Taker | undefined): boolean {
  const before = called.size + handed.size
  const name = names.get(callee)
  if (name !== undefined) {
    called.add(name)
    for (const arg of args) if (names.has(arg)) handed.add(names.get(arg) ?? '')
  } else if (other) {
    for (const each of [...other.called]) add(called, each)
    for (const each of [...other.handed]) add(handed, each)
  }
  return called.size + handed.size > before

  /** `2.release` there is `1.release` here, where the second argument is what is given third. */
  function add(to: Set<string>, there: string): void {
    const [index = '', property] = there.split('.')
    const here = names.get(args[Number(index)] ?? 0)
    if (here === undefined || (property !== undefined && here.includes('.'))) return
    to.add(property === undefined ? here : `${here}.${property}`)
  }
}

function takersIn(facts: Facts, next: Leads): ReadonlyMap<number, Taker> {
  const takers = new Map<number, Taker>()
  facts.functions.forEach(({ params, start, end }, fn) => {
    if (fn === 0 || params.length === 0) return
    if (facts.classes.some((cls) => cls.start > start && cls.start < end)) return
    const inside = subtreeOf(facts, fn)
    const calls = amongst(byFunction(facts).calls, inside)
      .flatMap((at) => facts.calls[at] ?? [])
      .filter(({ kind }) => kind === 'call')
    if (calls.length === 0) return
    takers.set(fn, { names: namesOf(params, next), calls, called: new Set(), handed: new Set() })
  })
  return takers
}

/** What stands in a slot because a parameter does, or a property of one. */
function namesOf(params: readonly Slot[], next: Leads): ReadonlyMap<Slot, string> {
  const names = new Map<Slot, string>(params.map((param, index) => [param, `${index}`]))
  for (const [slot, name] of names)
    for (const [property, to] of next.get(slot) ?? []) {
      const isDeep = property !== '' && name.includes('.')
      if (!isDeep && !names.has(to)) names.set(to, property === '' ? name : `${name}.${property}`)
    }
  return names
}

function functionsBySlot({ holdsFunction }: Facts, next: Leads): ReadonlyMap<Slot, number> {
  const functions = new Map<Slot, number>(holdsFunction)
  for (const [slot, fn] of functions)
    for (const [property, to] of next.get(slot) ?? []) if (property === '' && !functions.has(to)) functions.set(to, fn)
  return functions
}

/** Where the value of a slot goes: by a copy, with no property, or as a property of it. */
type Leads = ReadonlyMap<Slot, readonly (readonly [string, Slot])[]>

function leadsOf({ copies, loads }: Facts): Leads {
  const next = new Map<Slot, [string, Slot][]>()
  const lead = (from: Slot, property: string, to: Slot): void => {
    const list = next.get(from)
    if (list) list.push([property, to])
    else next.set(from, [[property, to]])
  }
  for (let index = 0; index < copies.length; index += 2) lead(copies[index] ?? 0, '', copies[index + 1] ?? 0)
  for (const [base, property, to] of loads) lead(base, property, to)
  return next
}
