import type { CodeFile } from '../graph/program-code.ts'
import { ancestors } from '../graph/properties.ts'
import { MOST } from '../graph/solver.ts'
import type { World } from '../graph/world.ts'
import { callersIn } from './callers.ts'
import type { CallIndex } from './index-of-calls.ts'
import { partsOf } from './parts-of.ts'

/** What a program may run, as far as can be told. */
export interface Living {
  readonly functions: ReadonlySet<number>
  /** Classes of which it may have objects. */
  readonly classes: ReadonlySet<number>
}

/** How deep in an object something is found by whoever is given it: `start({ services: { ledger } })`. */
const DEPTH = 2

/** Methods that the language calls by itself. */
const IMPLIED = /^(@@.*|toJSON|toString|valueOf|then)$/

/**
 * A method runs only where the program makes an object of its class (rapid type analysis,
 * https://doi.org/10.1145/236337.236371), and a function only where something that runs calls it. Whatever is given to
 * something outside counts as run, and so does what nobody is seen to call.
 */
export function findLiving(
  world: World,
  index: CallIndex,
  files: ReadonlySet<string>,
  isImported: (file: string) => boolean,
): Living {
  const { code, solver } = world
  const functions = new Set<number>()
  const classes = new Set<number>()
  /** Methods that would run if there were an object. */
  const waiting = new Map<number, number[]>()
  /** Objects that something outside was given, and how deep it was looked into them. */
  const given = new Map<number, number>()
  const work: number[] = []
  const callers = callersIn(world)
  for (const file of [...files].flatMap((name) => code.byFile.get(name) ?? [])) begin(file)
  for (let fn = work.pop(); fn !== undefined; fn = work.pop()) follow(fn)
  return { functions, classes }

  function begin(file: CodeFile): void {
    const isFound = !isImported(file.file)
    const methods = new Set(file.facts.classes.flatMap((cls) => cls.methods.map(({ fn }) => fn)))
    file.facts.functions.forEach(({ cls, parent, isStatic }, at) => {
      // Blocks and getters of a class itself need no object, and no call.
      const isOwn = at === 0 || (cls !== -1 && isStatic && !methods.has(at))
      if (isOwn || (cls === -1 && parent === 0 && (isFound || !isCalled(file.fn + at)))) reach(file.fn + at)
    })
    file.facts.classes.forEach(({ decorators }, at) => {
      if (isFound || decorators.length > 0) giveOut(file.cls + at)
    })
  }

  function isCalled(fn: number): boolean {
    return callers.of(fn).length > 0 || callers.isHandedOut(fn)
  }

  function reach(target: number): void {
    const fn = target < 0 ? -1 - target : target
    const file = code.fileOfFunction(fn)
    if (functions.has(fn) || !files.has(file.file)) return
    const { cls, isStatic } = code.functionAt(fn)
    const of = file.cls + cls
    if (cls !== -1 && !isStatic && !classes.has(of) && code.classAt(of).constructs !== fn - file.fn) {
      waiting.set(of, [...(waiting.get(of) ?? []), fn])
      return
    }
    functions.add(fn)
    work.push(fn)
  }

  /** There may be an object of the class. */
  function make(made: number): void {
    for (const cls of [made, ...ancestors(world, made)]) {
      if (classes.has(cls)) continue
      classes.add(cls)
      const { constructs, methods, superclass } = code.classAt(cls)
      const file = code.fileOfClass(cls)
      const named = new Set(methods.filter(({ name }) => !IMPLIED.test(name)).map(({ fn }) => fn))
      // Getters run when they are read, which is no call.
      for (const at of partsOf(file.facts).members.get(cls - file.cls) ?? [])
        if (at === constructs || !named.has(at)) reach(file.fn + at)
      for (const fn of waiting.get(cls) ?? []) reach(fn)
      if (superclass !== 0 && !isClass(code.slotIn(file, superclass))) giveOut(cls)
    }
  }

  /** Something outside has an object of the class, or the class, and may call all its methods. */
  function giveOut(given: number): void {
    make(given)
    for (const cls of [given, ...ancestors(world, given)])
      for (const { fn } of code.classAt(cls).methods) reach(code.fileOfClass(cls).fn + fn)
  }

  function isClass(slot: number): boolean {
    return solver.at(slot).some((id) => world.tokenOf(id).kind === 'class')
  }

  function follow(fn: number): void {
    const file = code.fileOfFunction(fn)
    const { nested, stored } = partsOf(file.facts)
    const own = fn - file.fn
    if (own !== 0) for (const at of nested.get(own) ?? []) reach(file.fn + at)
    for (const call of index.callsIn[fn] ?? []) followCall(file, call)
    for (const slot of stored.get(own) ?? []) for (const id of solver.at(code.slotIn(file, slot))) store(id)
  }

  function followCall(file: CodeFile, call: number): void {
    const { callee, base, args, name, literals } = code.callAt(call)
    for (const runs of [world.targets, world.callbacks]) for (const fn of runs.get(call) ?? []) reach(fn)
    for (const slot of [callee, base]) for (const cls of classesAt(code.slotIn(file, slot))) make(cls)
    if (base !== 0 && isUnclear(code.slotIn(file, base)))
      for (const fn of index.methodsNamed.get(name) ?? []) if (!code.functionAt(fn).isStatic) reach(fn)
    // hooks.callAll('start')
    for (const literal of literals)
      if (typeof literal === 'string') for (const fn of index.exportedAs.get(literal) ?? []) reach(fn)
    const isOurs = world.targets.has(call)
    for (const arg of args) for (const id of solver.at(code.slotIn(file, arg))) give(id, isOurs ? 0 : DEPTH, isOurs)
  }

  /** What is handed on may be run or made where nobody sees it. */
  function give(id: number, depth: number, isOurs: boolean): void {
    const token = world.tokenOf(id)
    if (token.kind === 'function') reach(token.fn)
    if (token.kind === 'class') (isOurs ? make : giveOut)(token.cls)
    if (token.kind === 'instance' && !isOurs) giveOut(token.cls)
    if (token.kind !== 'object' || depth <= (given.get(id) ?? 0)) return
    given.set(id, depth)
    for (const slot of solver.fieldsOf(id)?.values() ?? [])
      for (const each of solver.at(slot)) give(each, depth - 1, isOurs)
  }

  /** What is stored somewhere may be run or made by whoever finds it there. */
  function store(id: number): void {
    const token = world.tokenOf(id)
    if (token.kind === 'function') reach(token.fn)
    if (token.kind === 'class') giveOut(token.cls)
  }

  function classesAt(slot: number): number[] {
    return solver.at(slot).flatMap((id) => {
      const token = world.tokenOf(id)
      return token.kind === 'class' ? [token.cls] : []
    })
  }

  /** Whether more may stand in a slot than is known. */
  function isUnclear(slot: number): boolean {
    const held = solver.at(slot)
    return held.length === 0 || held.length >= MOST || held.some((id) => world.tokenOf(id).kind === 'unread')
  }
}
