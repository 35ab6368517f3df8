import type { ExternalCall, MemberCall, World } from '../graph/world.ts'
import { inside, typeOf } from './registrations.ts'

/** How deep in what a call is given a thing may stand. */
const DEPTH = 2

/** What is asked about how things are used, arranged once. */
export interface UseIndex {
  /** The methods called on a thing. */
  readonly membersOf: (thing: number) => readonly MemberCall[]
  /** A method called on any thing of a type. */
  readonly methodsOf: (type: string, path: string) => readonly MemberCall[]
  /** What a call is made on. */
  readonly receiversOf: (call: number) => readonly MemberCall[]
  readonly externalsOf: (module: string, path: string) => readonly ExternalCall[]
  readonly callsNamed: (name: string) => readonly number[]
  /** What stands for all things of a type that are known by annotation alone; -1 for none. */
  readonly anyOf: (type: string) => number
  /** The things among the arguments, or as deep in them as is asked. */
  readonly thingsGiven: (call: number, args?: readonly number[], depth?: number) => ReadonlySet<number>
  // for await (const event of watcher)
  readonly isIterated: (thing: number) => boolean
}

export function indexUses(world: World): UseIndex {
  const { code, solver } = world
  const members = groupBy(world.memberCalls, ({ thing }) => thing)
  const methods = groupBy(world.memberCalls, ({ thing, name }) => `${typeOf(world, thing)?.name ?? ''} ${name}`)
  const receivers = groupBy(world.memberCalls, ({ call }) => call)
  const externals = groupBy(world.externalCalls, ({ module, path }) => `${module} ${path}`)
  const calls = code.files.flatMap((file) =>
    file.facts.calls.map(({ name }, index) => ({ name, call: file.call + index })),
  )
  const named = groupBy(calls, ({ name }) => name)
  const anyOf = new Map(
    solver.tokens.flatMap((token, id) =>
      token.kind === 'thing' && token.acquisition === -1 ? [[token.type, id] as const] : [],
    ),
  )
  const given = new Map<string, ReadonlySet<number>>()
  let iterated: ReadonlySet<number> | undefined

  return {
    membersOf: (thing) => members.get(thing) ?? [],
    methodsOf: (type, path) => methods.get(`${type} ${path}`) ?? [],
    receiversOf: (call) => receivers.get(call) ?? [],
    externalsOf: (module, path) => externals.get(`${module} ${path}`) ?? [],
    callsNamed: (name) => named.get(name)?.map(({ call }) => call) ?? [],
    anyOf: (type) => anyOf.get(type) ?? -1,
    thingsGiven(call, args, depth = DEPTH) {
      const file = code.fileOfCall(call)
      const slots = args ?? code.callAt(call).args.map((arg) => code.slotIn(file, arg))
      const key = `${call} ${depth} ${slots.join(' ')}`
      const known = given.get(key)
      if (known) return known
      const ids = slots.flatMap((slot) => [slot, ...inside(world, slot, depth)]).flatMap((slot) => solver.at(slot))
      const things = new Set(ids.filter((id) => world.tokenOf(id).kind === 'thing'))
      given.set(key, things)
      return things
    },
    isIterated(thing) {
      iterated ??= thingsIterated(world)
      return iterated.has(thing)
    },
  }
}

function thingsIterated({ code, solver }: World): ReadonlySet<number> {
  return new Set(
    code.files.flatMap((file) =>
      file.facts.loads
        .filter(([, property]) => property === '[]')
        .flatMap(([base]) => solver.at(code.slotIn(file, base))),
    ),
  )
}

function groupBy<T, K>(all: readonly T[], keyOf: (each: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>()
  for (const each of all) {
    const key = keyOf(each)
    const group = groups.get(key)
    if (group) group.push(each)
    else groups.set(key, [each])
  }
  return groups
}
