import type { CallFact, ClassFact, Facts, FunctionFact, ImportFact, Slot, Step } from './facts.ts'

export type Writable<T> = { -readonly [K in keyof T]: T[K] }

/** The names that are declared in a block, a function or the module. */
interface Scope {
  readonly names: Map<string, Slot>
  readonly outer: Scope | undefined
}

/** A doc comment that names methods which must be called. */
export interface MustCallDoc {
  readonly end: number
  readonly methods: readonly string[]
}

/** What is known while a file is walked; `finish` turns it into facts. */
export interface Builder {
  readonly file: string
  readonly text: string
  readonly docs: readonly MustCallDoc[]
  readonly owners: number[]
  readonly functions: Writable<FunctionFact>[]
  readonly classes: Writable<ClassFact>[]
  objects: number
  readonly copies: number[]
  readonly loads: [Slot, string, Slot][]
  readonly stores: [Slot, string, Slot][]
  readonly spreads: [Slot, Slot][]
  readonly holdsFunction: [Slot, number][]
  readonly holdsClass: [Slot, number][]
  readonly holdsObject: [Slot, number][]
  readonly holdsString: [Slot, string][]
  readonly holdsGlobal: [Slot, string][]
  readonly types: [Slot, Slot][]
  readonly calls: Writable<CallFact>[]
  readonly imports: ImportFact[]
  readonly reexports: string[]
  readonly flags: [Slot, string, number][]
  readonly usings: [number, Slot, number][]
  readonly loopTests: [Slot, string, number][]
  readonly mustCall: { readonly fn: number; readonly methods: readonly string[] }[]
  readonly globals: Map<string, Slot>
  readonly loaded: Map<string, Slot>
  /** The keys of object literals that variables hold. */
  readonly keys: Map<Slot, readonly string[]>
  /** The texts that constants hold. */
  readonly texts: Map<Slot, string>
  /** Variables that hold a `require`, and those that hold `createRequire`. */
  readonly requires: Set<Slot>
  readonly requireMakers: Set<Slot>
  readonly exports: Slot
  isCommonJs: boolean
  loadsByName: boolean
  /** Where the walk is. */
  scope: Scope
  fn: number
  steps: Step[]
  within: number
  isRepeated: boolean
  depth: number
}

export function createBuilder(file: string, text: string, docs: readonly MustCallDoc[]): Builder {
  const b: Builder = {
    file,
    text,
    docs,
    owners: [-1, 0],
    functions: [],
    classes: [],
    objects: 0,
    copies: [],
    loads: [],
    stores: [],
    spreads: [],
    holdsFunction: [],
    holdsClass: [],
    holdsObject: [],
    holdsString: [],
    holdsGlobal: [],
    types: [],
    calls: [],
    imports: [],
    reexports: [],
    flags: [],
    usings: [],
    loopTests: [],
    mustCall: [],
    globals: new Map(),
    loaded: new Map(),
    keys: new Map(),
    texts: new Map(),
    requires: new Set(),
    requireMakers: new Set(),
    exports: 1,
    isCommonJs: false,
    loadsByName: false,
    scope: { names: new Map(), outer: undefined },
    fn: 0,
    steps: [],
    within: -1,
    isRepeated: false,
    depth: 0,
  }
  return b
}

export function newSlot(b: Builder): Slot {
  return b.owners.push(b.fn) - 1
}

export function copy(b: Builder, from: Slot, to: Slot): void {
  if (from !== 0 && to !== 0 && from !== to) b.copies.push(from, to)
}

/** The slot of a property; one for all reads of the same property of the same slot. */
export function load(b: Builder, base: Slot, property: string): Slot {
  if (base === 0) return 0
  const key = `${base} ${property}`
  const known = b.loaded.get(key)
  if (known !== undefined) return known
  const to = newSlot(b)
  b.loaded.set(key, to)
  b.loads.push([base, property, to])
  return to
}

export function store(b: Builder, base: Slot, property: string, from: Slot): void {
  if (base !== 0 && from !== 0) b.stores.push([base, property, from])
}

export function newObject(b: Builder): Slot {
  const slot = newSlot(b)
  b.holdsObject.push([slot, b.objects++])
  return slot
}

export function declare(b: Builder, name: string): Slot {
  const known = b.scope.names.get(name)
  if (known !== undefined) return known
  const slot = newSlot(b)
  b.scope.names.set(name, slot)
  return slot
}

/** The slot of a name where the walk is; of a name that the file does not declare, the global's. */
export function lookup(b: Builder, name: string): Slot {
  const slot = find(b, name)
  if (slot !== undefined) return slot
  const known = b.globals.get(name)
  if (known !== undefined) return known
  const global = newSlot(b)
  b.globals.set(name, global)
  b.holdsGlobal.push([global, name])
  return global
}

export function isDeclared(b: Builder, name: string): boolean {
  return find(b, name) !== undefined
}

function find(b: Builder, name: string): Slot | undefined {
  for (let scope: Scope | undefined = b.scope; scope; scope = scope.outer) {
    const slot = scope.names.get(name)
    if (slot !== undefined) return slot
  }
  return undefined
}

export function inScope<T>(b: Builder, walk: () => T): T {
  const outer = b.scope
  b.scope = { names: new Map(), outer }
  try {
    return walk()
  } finally {
    b.scope = outer
  }
}

/** What `walk` does, as steps of their own. */
export function stepsOf(b: Builder, walk: () => void): Step[] {
  const outer = b.steps
  const own: Step[] = []
  b.steps = own
  try {
    walk()
  } finally {
    b.steps = outer
  }
  return own
}

/** What `walk` does, perhaps many times. */
export function repeatedStepsOf(b: Builder, walk: () => void): Step[] {
  const outer = b.isRepeated
  b.isRepeated = true
  try {
    return stepsOf(b, walk)
  } finally {
    b.isRepeated = outer
  }
}

export function finish(b: Builder, lines: readonly number[]): Facts {
  const {
    file,
    owners,
    functions,
    classes,
    objects,
    copies,
    loads,
    stores,
    spreads,
    types,
    calls,
    imports,
    reexports,
    flags,
    usings,
    loopTests,
  } = b
  const {
    holdsFunction,
    holdsClass,
    holdsObject,
    holdsString,
    holdsGlobal,
    exports,
    isCommonJs,
    loadsByName,
    mustCall,
  } = b
  const held = { holdsFunction, holdsClass, holdsObject, holdsString, holdsGlobal }
  const flows = { copies, loads, stores, spreads, types, ...held }
  const module = { imports, reexports, flags, usings, loopTests, exports, isCommonJs, loadsByName, mustCall }
  return { file, slots: owners.length, owners, functions, classes, objects, calls, ...flows, ...module, lines }
}
