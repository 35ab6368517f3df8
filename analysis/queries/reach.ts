import type { HookMethods } from '../../catalogue/index.ts'
import { literalIn, methodName } from '../graph/written.ts'
import { CHAINING } from '../graph/external.ts'
import { descendants } from '../graph/properties.ts'
import type { World } from '../graph/world.ts'
import { frameworkOwned } from './framework-owned.ts'
import { functionsAt, type CallIndex } from './index-of-calls.ts'
import { leadsOf } from './leads.ts'
import { typeOf, type Registration } from './registrations.ts'
import { callsAfterWait } from './steps-after.ts'

/** What a signal leads to. */
export interface Reach {
  /** Each function reached, and the call that led there; -1 for the handler itself. */
  readonly functions: ReadonlyMap<number, number>
  /** Things that are let go by a library or a framework. */
  readonly things: ReadonlySet<number>
  /** Types whose things are let go: their hooks run, and what they own goes with them. */
  readonly types: ReadonlySet<string>
  /** Calls that end the process. */
  readonly exits: readonly number[]
}

interface Reaching {
  readonly inProgram?: (file: string) => boolean
  /** Types of which a command lets go by itself. */
  readonly letGoTypes?: readonly string[]
  /** Functions that go on, having waited for something that a signal fulfils. */
  readonly resumed?: readonly number[]
}

export function reachFrom(
  world: World,
  index: CallIndex,
  registrations: readonly Registration[],
  { inProgram = () => true, letGoTypes = [], resumed = [] }: Reaching = {},
): Reach {
  const functions = new Map<number, number>()
  const things = new Set<number>()
  const types = new Set<string>()
  const exits: number[] = []
  /** Functions of which only what comes after a wait is reached, and the calls that do. */
  const goingOn = new Set<number>()
  const after = new Set<number>()
  const work: number[] = []
  const reach = (fn: number, by: number): void => {
    if (!inProgram(world.code.fileOfFunction(fn).file)) return
    if (functions.has(fn) && !goingOn.delete(fn)) return
    functions.set(fn, by)
    work.push(fn)
  }
  const goOn = (fn: number, by: number, isWait: (call: number) => boolean): void => {
    const { file, call } = world.code.fileOfFunction(fn)
    if ((functions.has(fn) && !goingOn.has(fn)) || !inProgram(file)) return
    if (!functions.has(fn)) functions.set(fn, by)
    goingOn.add(fn)
    atEndOf(fn)
    const isIt = (local: number): boolean => isWait(call + local)
    const isChained = (local: number): boolean => CHAINING.has(world.code.callAt(call + local).name)
    for (const each of callsAfterWait(world.code.functionAt(fn).steps, isIt, isChained))
      if (!index.dead.has(call + each)) after.add(call + each)
  }
  const letGo = (thing: number, by: number): void => {
    things.add(thing)
    const token = world.tokenOf(thing)
    if (token.kind === 'thing') releaseType(token.type, by)
  }
  const releaseType = (name: string, by: number): void => {
    if (types.has(name)) return
    types.add(name)
    for (const fn of hooksOf(world, index, name)) reach(fn, by)
  }
  for (const type of letGoTypes) releaseType(type, -1)
  for (const fn of resumed) reach(fn, -1)
  for (const registration of registrations) {
    for (const fn of registration.functions) reach(fn, -1)
    for (const fn of registration.awaiting) goOn(fn, -1, (call) => waitsFor(call, registration.call, fn))
    for (const thing of registration.things) letGo(thing, registration.call)
    for (const member of registration.members) {
      const token = world.tokenOf(member)
      if (token.kind === 'member' && typeOf(world, token.of)?.releases.has(token.name))
        letGo(token.of, registration.call)
    }
  }
  followAll()
  // What is added meanwhile is come upon too.
  for (const call of after) {
    follow(call)
    followAll()
  }
  return { functions, things, types, exits }

  function followAll(): void {
    for (let fn = work.pop(); fn !== undefined; fn = work.pop()) followFrom(fn)
  }

  function atEndOf(fn: number): void {
    for (const disposing of index.disposedBy.get(fn) ?? []) reach(disposing, -1)
  }

  function followFrom(fn: number): void {
    for (const call of index.callsIn[fn] ?? []) follow(call)
    atEndOf(fn)
    for (const flag of index.flagsSetBy.get(fn) ?? [])
      for (const loop of index.loopsAsking.get(flag) ?? []) reach(loop, -1)
  }

  // await once(process, 'SIGTERM'), or a call of the function that says so.
  function waitsFor(call: number, registering: number, fn: number): boolean {
    const home = world.code.callerOf(registering)
    return call === registering || (home !== fn && world.targets.get(call)?.has(home) === true)
  }

  function follow(call: number): void {
    for (const fn of leadsOf(world, index, call)) {
      const waiting = index.waitingIn.get(fn)
      const isRun = world.targets.get(call)?.has(fn) === true || world.callbacks.get(call)?.has(fn) === true
      if (waiting === undefined || isRun) reach(fn, call)
      else goOn(fn, call, (each) => waiting.includes(each))
    }
    for (const { thing, name } of index.membersAt.get(call) ?? []) {
      const type = typeOf(world, thing)
      if (type?.releases.has(name)) releaseType(type.name, call)
    }
    for (const { module, path } of index.externalsAt.get(call) ?? [])
      if (
        module === 'node:process' &&
        (path === 'exit' || path === 'reallyExit' || path === 'kill' || path === 'abort')
      ) {
        exits.push(call)
        for (const listener of index.listeners.get('exit') ?? []) reach(listener, call)
      }
  }
}

/** The functions of the project that run when a thing of this type is let go: before it has drained, after that, or both. */
export function hooksOf(world: World, index: CallIndex, name: string, when?: 'early' | 'late'): number[] {
  const type = world.described.types.get(name)
  if (!type) return []
  const isAsked = ({ early }: { readonly early?: true }): boolean =>
    when === undefined || (early === true) === (when === 'early')
  const registered = type.hooks.filter(isAsked).flatMap((hook) => {
    const [method, literal] = [methodName(hook.hook), literalIn(hook.hook)]
    return world.code.files.flatMap((file) =>
      file.facts.calls.flatMap((call, at) => {
        if (call.name !== method || (literal !== undefined && call.literals[0] !== literal)) return []
        const on = index.membersAt.get(file.call + at) ?? []
        const isOther = on.length > 0 && !on.some(({ thing }) => typeOf(world, thing)?.name === name)
        const isUnknown = on.length === 0 && world.solver.at(world.code.slotIn(file, call.base)).every(world.isUnknown)
        if (isOther || !(on.length > 0 || isUnknown)) return []
        return call.args.flatMap((arg) => functionsAt(world, world.code.slotIn(file, arg)))
      }),
    )
  })
  return [...registered, ...type.hookMethods.filter(isAsked).flatMap((hook) => hookMethods(world, hook))]
}

function hookMethods(world: World, { methods, decorators }: HookMethods): number[] {
  const isOwned = frameworkOwned(
    world,
    decorators?.map((each) => each.slice(1, -2)),
  )
  return world.code.files.flatMap((file) =>
    file.facts.classes.flatMap((cls, index) => {
      const hooks = cls.methods.filter(({ name }) => methods.includes(name))
      if (hooks.length === 0 || ![file.cls + index, ...descendants(world, file.cls + index)].some(isOwned)) return []
      return hooks.map(({ fn }) => file.fn + fn)
    }),
  )
}
