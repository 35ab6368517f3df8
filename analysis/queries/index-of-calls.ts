import type { World } from '../graph/world.ts'
import { indexDisposals } from './index-of-disposals.ts'
import { deadCalls } from './dead-calls.ts'

/** What is asked of many queries, arranged once. */
export interface CallIndex {
  /** The calls that a function makes. */
  readonly callsIn: readonly (readonly number[])[]
  /** The things that a call is made on, with the method's name. */
  readonly membersAt: ReadonlyMap<number, readonly { readonly thing: number; readonly name: string }[]>
  readonly externalsAt: ReadonlyMap<
    number,
    readonly { readonly module: string; readonly path: string; readonly args: readonly number[] }[]
  >
  /** Functions that are called by a method's name: of classes, and of objects. */
  readonly methodsNamed: ReadonlyMap<string, readonly number[]>
  /** Functions that listen for an event, by its name. */
  readonly listeners: ReadonlyMap<string, readonly number[]>
  /** Functions that go on after they have waited for an event, and the calls by which they wait. */
  readonly waitingIn: ReadonlyMap<number, readonly number[]>
  /** Functions that a module exports under a name. */
  readonly exportedAs: ReadonlyMap<string, readonly number[]>
  /** Functions with a loop that asks for what another function sets. */
  readonly loopsAsking: ReadonlyMap<string, readonly number[]>
  readonly flagsSetBy: ReadonlyMap<number, readonly string[]>
  /** Calls that stand behind the end of the process. */
  readonly dead: ReadonlySet<number>
  /** Functions that run when another ends: the dispose methods of what it declares with `using`. */
  readonly disposedBy: ReadonlyMap<number, readonly number[]>
  /** Functions that give something to a disposable stack, by the stack. */
  readonly stackedBy: ReadonlyMap<number, readonly number[]>
}

const LISTENING = new Set(['on', 'once', 'addListener', 'addEventListener', 'prependListener', 'subscribe'])

/** What was arranged last, and of how much. */
const known = new WeakMap<World, { readonly of: string; readonly index: CallIndex }>()

export function indexCalls(world: World): CallIndex {
  const of = [
    world.solver.arrivals(),
    world.code.files.length,
    world.memberCalls.length,
    world.externalCalls.length,
  ].join()
  const before = known.get(world)
  if (before?.of === of) return before.index
  const index = arrange(world)
  known.set(world, { of, index })
  return index
}

function arrange(world: World): CallIndex {
  const { code, solver } = world
  const callsIn: number[][] = Array.from({ length: code.functions }, () => [])
  const methodsNamed = new Map<string, number[]>()
  const listeners = new Map<string, number[]>()
  const waitingIn = new Map<number, number[]>()
  const exportedAs = new Map<string, number[]>()
  const loopsAsking = new Map<string, number[]>()
  const flagsSetBy = new Map<number, string[]>()
  const allDead = new Set<number>()
  for (const file of code.files) {
    file.facts.calls.forEach((call, index) => {
      callsIn[file.fn + call.fn]?.push(file.call + index)
      const [event] = call.literals
      if (typeof event !== 'string' || !LISTENING.has(call.name)) return
      const slot = code.slotIn(file, call.args[1] ?? 0)
      for (const fn of functionsAt(world, slot)) push(listeners, event, fn)
    })
    // for await (const _ of setInterval(60_000, undefined, { signal })): what is aborted goes on after it.
    for (const { keys, fn } of file.facts.calls) if (keys.includes('signal')) push(listeners, 'abort', file.fn + fn)
    for (const { name, fn, call } of awaitedEvents(file.facts.calls)) {
      push(listeners, name, file.fn + fn)
      push(waitingIn, file.fn + fn, file.call + call)
    }
    file.facts.functions.forEach((fn, index) => {
      if (fn.name !== '') push(methodsNamed, fn.name, file.fn + index)
    })
    for (const [name, slot] of solver.fieldsOf(solver.token(`module ${file.file}`, () => ({ kind: 'namespace' }))) ??
      [])
      for (const fn of functionsAt(world, slot)) push(exportedAs, name, fn)
    for (const [slot, property, fn] of file.facts.loopTests)
      for (const key of flagKeys(world, code.slotIn(file, slot), property)) push(loopsAsking, key, file.fn + fn)
    for (const [slot, property, fn] of file.facts.flags)
      for (const key of flagKeys(world, code.slotIn(file, slot), property)) push(flagsSetBy, file.fn + fn, key)
  }
  const membersAt = new Map<number, { thing: number; name: string }[]>()
  for (const { call, thing, name } of world.memberCalls) push(membersAt, call, { thing, name })
  const externalsAt = new Map<number, { module: string; path: string; args: readonly number[] }[]>()
  for (const { call, ...rest } of world.externalCalls) push(externalsAt, call, rest)
  for (const [call, externals] of externalsAt)
    if (externals.some(({ module, path }) => module === 'node:process' && path === 'exit')) leaveOutDead(call)
  const { disposedBy, stackedBy } = indexDisposals(world)
  const named = { methodsNamed, listeners, waitingIn, exportedAs }
  return { callsIn, membersAt, externalsAt, ...named, loopsAsking, flagsSetBy, dead: allDead, disposedBy, stackedBy }

  /** What stands behind `process.exit()` never happens. */
  function leaveOutDead(exit: number): void {
    const file = code.fileOfCall(exit)
    const fn = code.callerOf(exit)
    const isExit = (call: number): boolean =>
      externalsAt.get(file.call + call)?.some(({ module, path }) => module === 'node:process' && path === 'exit') ??
      false
    const dead = new Set(deadCalls(code.functionAt(fn).steps, isExit).map((call) => file.call + call))
    callsIn[fn] = (callsIn[fn] ?? []).filter((call) => !dead.has(call))
    for (const call of dead) allDead.add(call)
  }
}

// await once(stopping, 'abort'): the function goes on when that happens.
function awaitedEvents(calls: readonly { name: string; base: number; literals: readonly unknown[]; fn: number }[]) {
  return calls.flatMap(({ name, base, literals, fn }, call) =>
    name === 'once' && base === 0 && typeof literals[1] === 'string' ? [{ name: literals[1], fn, call }] : [],
  )
}

function flagKeys(world: World, slot: number, property: string): string[] {
  if (property === '') return [`${slot}`]
  return world.solver.at(slot).map((token) => `${token} ${property}`)
}

export function functionsAt(world: World, slot: number): number[] {
  return world.solver.at(slot).flatMap((id) => {
    const token = world.tokenOf(id)
    return token.kind === 'function' ? [token.fn] : token.kind === 'resolver' ? [token.fn] : []
  })
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
