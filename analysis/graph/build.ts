import type { Facts, ImportFact } from '../facts/facts.ts'
import { addSubclass, seedInstances } from './class-flow.ts'
import type { Described } from './described.ts'
import { linkImport, type ResolveFile } from './link.ts'
import { createCode, type CodeFile } from './program-code.ts'
import { loadOf, relativesOf, holderOf } from './properties.ts'
import { noteSaturated } from './saturated.ts'
import { createSolver } from './solver.ts'
import { enterHooked, enterImplied, enterTypes } from './unshown.ts'
import { allOf, wire } from './wire.ts'
import type { World } from './world.ts'

/** Where the facts of files come from. */
export interface Shelf {
  /** The files to begin with. */
  readonly first: readonly string[]
  /** Whether what a file's text says is reason enough to read it. */
  isRelevant(file: string): boolean
  /** The facts of a file, if it is one of the project's and can be read. */
  factsOf(file: string): Facts | undefined
  readonly resolve: ResolveFile
  /** Files that have not been read, and that matter by what has been found so far. */
  alsoNeeded(world: World): Iterable<string>
}

/**
 * Lets everything flow: what is acquired where, what each call runs, and where each thing gets to. Files that did not
 * seem to matter are read when something of theirs turns out to.
 */
export function buildWorld(shelf: Shelf, described: Described): World {
  const code = createCode()
  const solver = createSolver({
    onLoad: (token, property, to) => {
      loadOf(world, token, property, to)
    },
    holderOf: (token) => holderOf(world, token),
    relatives: (token, property) => relativesOf(world, token, property),
  })
  const opaque = solver.token('opaque', () => ({ kind: 'opaque' }))
  const needed = new Set<string>()
  const begun = new Set(shelf.first)
  const waiting = new Map<string, { file: CodeFile; fact: ImportFact }[]>()
  const world: World = {
    code,
    described,
    solver,
    acquisitions: [],
    memberCalls: [],
    externalCalls: [],
    targets: new Map(),
    callbacks: new Map(),
    subclasses: new Map(),
    superclasses: new Map(),
    outerSupers: new Map(),
    wrappedCalls: new Set(),
    unreadCalls: new Map(),
    stacks: new Set(),
    prototypeReads: new Set(),
    unreadable: new Set(),
    opaque,
    need(id) {
      const token = world.tokenOf(id)
      if (token.kind === 'unread' && !code.byFile.has(token.file)) needed.add(token.file)
    },
    isRelevant: (file) => shelf.isRelevant(file) || !begun.has(file),
    isUnknown: (id) => id === opaque || world.tokenOf(id).kind === 'unread',
    tokenOf: (id) => {
      const token = solver.tokens[id]
      if (!token) throw new RangeError(`No token ${id}`)
      return token
    },
  }
  read(shelf.first)
  typed(0)
  for (let before = -1; before !== code.files.length;) {
    before = code.files.length
    for (const file of shelf.alsoNeeded(world)) needed.add(file)
    readNeeded()
    typed(before)
  }
  noteSaturated(world)
  return world

  function read(files: Iterable<string>): void {
    const added: CodeFile[] = []
    for (const name of files) {
      if (code.byFile.has(name) || world.unreadable.has(name)) continue
      const facts = shelf.factsOf(name)
      if (facts) added.push(code.add(facts, solver.newSlots(facts.slots - 1)))
      else world.unreadable.add(name)
    }
    // Only when all are known: what one imports from another that is read with it was never unread.
    for (const file of added) {
      enter(world, file, (fact) => {
        link(file, fact)
      })
      for (const { file: importer, fact } of waiting.get(file.file) ?? [])
        linkImport(world, importer, fact, shelf.resolve)
      waiting.delete(file.file)
    }
    solver.run()
    readNeeded()
  }

  function readNeeded(): void {
    const files = [...needed].filter((file) => !code.byFile.has(file))
    needed.clear()
    if (files.length > 0) read(files)
  }

  function link(file: CodeFile, fact: ImportFact): void {
    linkImport(world, file, fact, shelf.resolve)
    const path = shelf.resolve(fact.from, file.file)
    if (path === undefined || code.byFile.has(path)) return
    const list = waiting.get(path)
    if (list) list.push({ file, fact })
    else waiting.set(path, [{ file, fact }])
  }

  /** What nothing flows to, but what is annotated, is any thing of that type: injected, or given by a caller outside. */
  function typed(first: number): void {
    for (const file of code.files.slice(first)) {
      enterImplied(world, file)
      enterHooked(world, file)
    }
    solver.run()
    for (const file of code.files.slice(first)) enterTypes(world, file)
    solver.run()
    readNeeded()
  }
}

function enter(world: World, file: CodeFile, link: (fact: ImportFact) => void): void {
  const { solver, code } = world
  const { facts } = file
  const slot = (local: number): number => code.slotIn(file, local)
  const namespace = solver.token(`module ${file.file}`, () => ({ kind: 'namespace' }))
  solver.hold(slot(facts.exports), namespace)
  wire(world, file, allOf(facts))
  for (const each of facts.imports) link(each)
  for (const from of facts.reexports) link({ slot: facts.exports, from, name: 'reexport', start: 0, fn: 0 })
  seedInstances(world, file)
  facts.classes.forEach((cls, index) => {
    for (const base of [cls.superclass, ...cls.interfaces])
      solver.watch(slot(base), (token) => {
        addSubclass(world, file.cls + index, token)
      })
  })
}
