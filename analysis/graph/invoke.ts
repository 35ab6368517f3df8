import type { CallFact } from '../facts/facts.ts'
import { acquireDeclared } from './acquire.ts'
import { callOnCollection } from './collections.ts'
import { enterFunction, slotIn, type Context } from './contexts.ts'
import { callExternal, callOpaque, CHAINING } from './external.ts'
import { callMember, callThing, plugIn } from './members.ts'
import { ancestors, prototypeOf } from './properties.ts'
import { addTo, type World } from './world.ts'

/** A call as it concerns one of the functions that it may run. */
export interface Site {
  readonly call: number
  readonly args: readonly number[]
  readonly result: number
  readonly isNew: boolean
  /** The context in which the call is made. */
  readonly context?: Context | undefined
  /** The arguments are those that are written, and no others that something outside passes on. */
  readonly isWritten?: boolean
}

/** What is made at a call is another thing in each context. */
export function madeAt({ call, context }: Site): string {
  return context ? `${call} ${context.key}` : `${call}`
}

const BINDING = new Set(['bind', 'call', 'apply'])

/** Calls what a token stands for. */
export function invoke(world: World, site: Site, id: number): void {
  const token = world.tokenOf(id)
  const { solver } = world
  switch (token.kind) {
    case 'function':
      callFunction(world, site, token.fn, token.context)
      if (site.isNew) {
        const made = solver.token(`n${token.fn}`, () => ({ kind: 'made', fn: token.fn }))
        prototypeOf(world, token.fn)
        solver.hold(site.result, made)
        const file = world.code.fileOfFunction(token.fn)
        solver.hold(world.code.slotIn(file, world.code.functionAt(token.fn).self), made)
      } else receive(world, site, token)
      return
    case 'class':
      construct(world, site, token.cls)
      return
    case 'external':
      if (token.isWrapped) world.wrappedCalls.add(site.call)
      callExternal(world, site, token)
      return
    case 'member':
      if (token.isWrapped) world.wrappedCalls.add(site.call)
      callMember(world, site, token.of, token.name)
      return
    case 'thing':
      callThing(world, site, id)
      return
    case 'resolver':
      solver.copy(site.args[0] ?? 0, token.result)
      addTo(world.targets, site.call, -1 - token.fn)
      return
    case 'unread': {
      const files = world.unreadCalls.get(site.call) ?? new Set()
      world.unreadCalls.set(site.call, files.add(token.file))
      callOpaque(world, site)
      solver.hold(site.result, id)
      return
    }
    case 'opaque':
      callOpaque(world, site)
      return
    default:
  }
}

function callFunction(world: World, site: Site, fn: number, outer?: Context): void {
  const isKnown = !addTo(world.targets, site.call, fn)
  if (isKnown && site.args.length === 0 && !outer && !site.context) return
  const context = enterFunction(world, site, fn, outer)
  passArguments(world, site, fn, context)
  const declared = world.code
    .fileOfFunction(fn)
    .facts.mustCall.find((each) => each.fn === fn - world.code.fileOfFunction(fn).fn)
  if (declared) acquireDeclared(world, site, declared.methods, `function ${fn}`)
  const file = world.code.fileOfFunction(fn)
  const { returns, isGenerator } = world.code.functionAt(fn)
  const returned = slotIn(world, file, returns, context)
  if (!isGenerator) {
    world.solver.copy(returned, site.result)
    return
  }
  const token = world.solver.token(`yield${fn} ${context?.key ?? ''}`, () => ({ kind: 'object' }))
  world.solver.copy(returned, world.solver.field(token, '[]'))
  world.solver.hold(site.result, token)
}

function passArguments(world: World, { call, args }: Site, fn: number, context: Context | undefined): void {
  const { code, solver } = world
  const file = code.fileOfFunction(fn)
  const fact = code.functionAt(fn)
  for (const arg of args) solver.store(slotIn(world, file, fact.passed, context), '[]', arg)
  const { spreadFrom } = code.callAt(call)
  args.forEach((arg, index) => {
    const isSpread = spreadFrom !== -1 && index >= spreadFrom
    fact.params.forEach((param, position) => {
      const slot = slotIn(world, file, param, context)
      if (fact.rest === position && index >= position) solver.store(slot, '[]', arg)
      else if (index === position || (isSpread && position >= index)) solver.copy(arg, slot)
    })
  })
  if (fact.rest !== -1)
    solver.hold(
      slotIn(world, file, fact.params[fact.rest] ?? 0, context),
      solver.token(`rest${fn} ${context?.key ?? ''}`, () => ({ kind: 'object' })),
    )
}

/** The receiver of a method that is no class's: a function stored in an object. */
function receive(world: World, { call, context }: Site, { fn }: { readonly fn: number }): void {
  const { code, solver } = world
  const fact = code.functionAt(fn)
  const { base } = code.callAt(call)
  if (base === 0 || fact.cls !== -1 || fact.self === 0) return
  const receiver = slotIn(world, code.fileOfCall(call), base, context)
  solver.copy(receiver, code.slotIn(code.fileOfFunction(fn), fact.self))
}

function construct(world: World, site: Site, cls: number): void {
  const { solver, code } = world
  const fact = code.classAt(cls)
  if (site.isNew)
    solver.hold(
      site.result,
      solver.token(`i${cls}`, () => ({ kind: 'instance', cls })),
    )
  const file = code.fileOfClass(cls)
  if (fact.constructs !== -1) callFunction(world, { ...site, result: 0 }, file.fn + fact.constructs)
  const isWritten = fact.constructs !== -1 && (file.facts.functions[fact.constructs]?.start ?? 0) !== fact.start
  if (!isWritten)
    for (const base of ancestors(world, cls)) {
      const above = code.classAt(base)
      if (above.constructs !== -1)
        callFunction(world, { ...site, result: 0 }, code.fileOfClass(base).fn + above.constructs)
    }
  if (!site.isNew) return
  const methods = declaredBy(world, cls)
  if (methods.length > 0) acquireDeclared(world, site, methods, `class ${cls}`)
  for (const each of [cls, ...ancestors(world, cls)]) {
    // class Ledger extends Pool: `new Ledger()` opens what `new Pool()` does.
    const { superclass } = code.classAt(each)
    const outer = code.slotIn(code.fileOfClass(each), superclass)
    for (const token of [...solver.at(outer)]) {
      const base = world.tokenOf(token)
      if (base.kind === 'external') callExternal(world, site, base)
    }
  }
}

/** The elements of an array as the arguments of a call: any of them may be any of those. */
function spreadOf(world: World, list: number): number[] {
  const element = world.solver.newSlot()
  world.solver.load(list, '[]', element)
  return [element, element, element]
}

/** The methods that a class says must be called on its instances. */
function declaredBy(world: World, cls: number): readonly string[] {
  const { mustCall, methods } = world.code.classAt(cls)
  if (mustCall.length > 0) return mustCall
  const disposing = methods.filter(({ name }) => name === '@@asyncDispose' || name === '@@dispose')
  return disposing.map(({ name }) => name)
}

/** What a method call means by its name alone, whatever the receiver turns out to be. */
export function callBase(world: World, site: Site, base: number, { name }: CallFact): void {
  const { code, solver } = world
  const { args, result } = site
  if (world.described.releaseNames.has(name)) solver.watch(base, world.need)
  if (world.described.vias.has(name)) plugIn(world, site, name)
  if (BINDING.has(name)) {
    // server.close.bind(server), stop.call(this)
    if (name === 'bind') solver.copy(base, result)
    else
      solver.watch(base, (token) => {
        invoke(world, { ...site, args: name === 'apply' ? spreadOf(world, args[1] ?? 0) : args.slice(1) }, token)
        const called = world.tokenOf(token)
        // stop.call(this)
        if (called.kind === 'function')
          solver.copy(args[0] ?? 0, code.slotIn(code.fileOfFunction(called.fn), code.functionAt(called.fn).self))
      })
    return
  }
  if (CHAINING.has(name)) {
    // What is handed to `then()` gives what comes of it.
    if (name !== 'then' || args.length === 0) solver.copy(base, result)
    for (const arg of args)
      solver.watch(arg, (token) => {
        invoke(world, { ...site, args: name === 'then' && arg === args[0] ? [base] : [] }, token)
      })
    return
  }
  callOnCollection(world, site, base, name)
}
