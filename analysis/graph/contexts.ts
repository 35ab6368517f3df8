import type { Facts, Slot } from '../facts/facts.ts'
import { amongst, byFunction, type Places } from './by-function.ts'
import { higherOrderIn } from './higher-order.ts'
import type { Site } from './invoke.ts'
import type { CodeFile } from './program-code.ts'
import { subtreeOf } from './subtree.ts'
import { wire, type Flows } from './wire.ts'
import type { World } from './world.ts'

/** A function as one call enters it: with slots of its own, for itself and for the functions that are written in it. */
export interface Context {
  readonly key: string
  readonly slots: ReadonlyMap<Slot, number>
  /** What the function around it was entered as. */
  readonly outer: Context | undefined
}

/** So many calls enter a function each by itself; further ones share it. Fewer than what a slot may hold of one kind. */
const MOST = 12

interface Entered {
  readonly contexts: Map<string, Context>
  readonly counts: Map<number, number>
  readonly bodies: Map<number, Body>
}

/** What a function and those in it consist of. */
interface Body {
  readonly slots: readonly Slot[]
  readonly flows: Flows
  /** Slots of these to which more comes than what stands in the function: imports, and what is annotated. */
  readonly fed: readonly Slot[]
}

const entered = new WeakMap<World, Entered>()

/** The slot of a file as it is in a context; the file's own where the context has none for it. */
export function slotIn({ code }: World, file: CodeFile, local: Slot, context: Context | undefined): number {
  for (let each = context; each; each = each.outer) {
    const slot = each.slots.get(local)
    if (slot !== undefined) return slot
  }
  return code.slotIn(file, local)
}

/** What a call enters a function as: by itself where the function calls one of several things that it is given. */
export function enterFunction(world: World, { call, isNew }: Site, fn: number, outer: Context | undefined) {
  const file = world.code.fileOfFunction(fn)
  const used = higherOrderIn(file.facts).get(fn - file.fn)
  if (used === undefined || isNew || !gives(world, call, used)) return outer
  const { contexts, counts } = enteredIn(world)
  const key = `${fn} by ${call}${outer ? ` in ${outer.key}` : ''}`
  const before = contexts.get(key)
  if (before) return before
  const count = counts.get(fn) ?? 0
  if (count >= MOST) return outer
  counts.set(fn, count + 1)
  const context = createContext(world, file, fn, key, outer)
  contexts.set(key, context)
  wire(world, file, bodyOf(world, file, fn).flows, context)
  return context
}

function createContext(world: World, file: CodeFile, fn: number, key: string, outer: Context | undefined): Context {
  const { solver, code } = world
  const { slots, fed } = bodyOf(world, file, fn)
  const first = solver.newSlots(slots.length)
  const context = { key, slots: new Map(slots.map((local, index) => [local, first + index])), outer }
  for (const [local, slot] of context.slots) solver.show(slot, code.slotIn(file, local))
  for (const local of fed) solver.copy(code.slotIn(file, local), slotIn(world, file, local, context))
  return context
}

/** Whether a call gives two of the things that are used together: own(acquire, { release() { … } }). */
function gives({ code }: World, call: number, used: ReadonlySet<string>): boolean {
  const { facts } = code.fileOfCall(call)
  const { args, literals } = code.callAt(call)
  const given = args.flatMap((arg, index) => [
    ...(arg === 0 || (literals[index] ?? null) !== null ? [] : [`${index}`]),
    ...(storesInto(facts).get(arg) ?? []).map((property) => `${index}.${property}`),
  ])
  return given.filter((each) => used.has(each)).length > 1
}

const stored = new WeakMap<Facts, ReadonlyMap<Slot, readonly string[]>>()

/** The properties that are stored in what stands in a slot. */
function storesInto(facts: Facts): ReadonlyMap<Slot, readonly string[]> {
  const before = stored.get(facts)
  if (before) return before
  const found = new Map(
    [...Map.groupBy(facts.stores, ([base]) => base)].map(([base, all]) => [base, all.map(([, property]) => property)]),
  )
  stored.set(facts, found)
  return found
}

function bodyOf(world: World, file: CodeFile, fn: number): Body {
  const { bodies } = enteredIn(world)
  const before = bodies.get(fn)
  if (before) return before
  const { facts } = file
  const inside = subtreeOf(facts, fn - file.fn)
  // What a method belongs to is the same whoever calls it.
  const selves = new Set([...inside].map((each) => facts.functions[each]?.self))
  const slots = amongst(byFunction(facts).slots, inside).filter((local) => !selves.has(local))
  const own = new Set(slots)
  const fed = [...facts.imports.map(({ slot }) => slot), ...facts.types.map(([slot]) => slot)]
  const body: Body = { slots, flows: partOf(facts, inside, own), fed: fed.filter((slot) => own.has(slot)) }
  bodies.set(fn, body)
  return body
}

function partOf(facts: Facts, inside: ReadonlySet<number>, own: ReadonlySet<Slot>): Flows {
  const places = byFunction(facts)
  const isOwn = ([one]: readonly [Slot, ...unknown[]]): boolean => own.has(one)
  const isEither = ([one, , other]: readonly [Slot, unknown, Slot]): boolean => own.has(one) || own.has(other)
  const isOneOf = ([from, to]: readonly [Slot, Slot]): boolean => own.has(from) || own.has(to)
  const pairAt = (at: number): readonly [Slot, Slot] => [facts.copies[2 * at] ?? 0, facts.copies[2 * at + 1] ?? 0]
  return {
    copies: amongst(places.copies, inside).map(pairAt).filter(isOneOf).flat(),
    loads: part(facts.loads, places.loads).filter(isEither),
    stores: part(facts.stores, places.stores).filter(isEither),
    spreads: part(facts.spreads, places.spreads).filter(isOneOf),
    holdsFunction: part(facts.holdsFunction, places.holdsFunction).filter(isOwn),
    holdsClass: part(facts.holdsClass, places.holdsClass).filter(isOwn),
    holdsObject: part(facts.holdsObject, places.holdsObject).filter(isOwn),
    holdsString: part(facts.holdsString, places.holdsString).filter(isOwn),
    holdsGlobal: part(facts.holdsGlobal, places.holdsGlobal).filter(isOwn),
    calls: amongst(places.calls, inside),
  }

  function part<T>(list: readonly T[], of: Places): T[] {
    return amongst(of, inside)
      .map((at) => list[at])
      .filter((each) => each !== undefined)
  }
}

function enteredIn(world: World): Entered {
  const before = entered.get(world)
  if (before) return before
  const found: Entered = { contexts: new Map(), counts: new Map(), bodies: new Map() }
  entered.set(world, found)
  return found
}
