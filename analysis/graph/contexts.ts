import type { Slot } from '../facts/facts.ts'
import { higherOrderIn } from './higher-order.ts'
import type { Site } from './invoke.ts'
import type { CodeFile } from './program-code.ts'
import { subtreeOf } from './subtree.ts'
import { allOf, wire, type Flows } from './wire.ts'
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
  const { stores } = code.fileOfCall(call).facts
  const { args, literals } = code.callAt(call)
  const given = args.flatMap((arg, index) => [
    ...(arg === 0 || (literals[index] ?? null) !== null ? [] : [`${index}`]),
    ...stores.flatMap(([base, property]) => (base === arg ? [`${index}.${property}`] : [])),
  ])
  return given.filter((each) => used.has(each)).length > 1
}

function bodyOf(world: World, file: CodeFile, fn: number): Body {
  const { bodies } = enteredIn(world)
  const before = bodies.get(fn)
  if (before) return before
  const { facts } = file
  const inside = subtreeOf(facts, fn - file.fn)
  // What a method belongs to is the same whoever calls it.
  const selves = new Set([...inside].map((each) => facts.functions[each]?.self))
  const slots = facts.owners.flatMap((owner, local) => (inside.has(owner) && !selves.has(local) ? [local] : []))
  const own = new Set(slots)
  const fed = [...facts.imports.map(({ slot }) => slot), ...facts.types.map(([slot]) => slot)]
  const body: Body = {
    slots,
    flows: partOf(allOf(facts), own, (call) => inside.has(facts.calls[call]?.fn ?? -1)),
    fed: fed.filter((slot) => own.has(slot)),
  }
  bodies.set(fn, body)
  return body
}

function partOf(flows: Flows, own: ReadonlySet<Slot>, isOwnCall: (call: number) => boolean): Flows {
  const isOwn = ([one]: readonly [Slot, ...unknown[]]): boolean => own.has(one)
  const isEither = ([one, , other]: readonly [Slot, unknown, Slot]): boolean => own.has(one) || own.has(other)
  const copies: number[] = []
  for (let index = 0; index < flows.copies.length; index += 2) {
    const [from = 0, to = 0] = flows.copies.slice(index, index + 2)
    if (own.has(from) || own.has(to)) copies.push(from, to)
  }
  return {
    copies,
    loads: flows.loads.filter(isEither),
    stores: flows.stores.filter(isEither),
    spreads: flows.spreads.filter(([from, to]) => own.has(from) || own.has(to)),
    holdsFunction: flows.holdsFunction.filter(isOwn),
    holdsClass: flows.holdsClass.filter(isOwn),
    holdsObject: flows.holdsObject.filter(isOwn),
    holdsString: flows.holdsString.filter(isOwn),
    holdsGlobal: flows.holdsGlobal.filter(isOwn),
    calls: [...flows.calls].filter(isOwnCall),
  }
}

function enteredIn(world: World): Entered {
  const before = entered.get(world)
  if (before) return before
  const found: Entered = { contexts: new Map(), counts: new Map(), bodies: new Map() }
  entered.set(world, found)
  return found
}
