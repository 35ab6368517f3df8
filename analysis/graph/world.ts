import type { Described } from './described.ts'
import type { Code } from './program-code.ts'
import type { Solver } from './solver.ts'
import type { Acquisition, Token } from './tokens.ts'

/** A method called on a thing: a release, a hook, the beginning of a transaction. */
export interface MemberCall {
  readonly call: number
  readonly thing: number
  readonly name: string
}

/** A function from outside, called. */
export interface ExternalCall {
  readonly call: number
  readonly module: string
  readonly path: string
  /** The arguments' slots. */
  readonly args: readonly number[]
}

/** What is found out while tokens flow. */
export interface World {
  readonly code: Code
  readonly described: Described
  readonly solver: Solver
  readonly acquisitions: Acquisition[]
  readonly memberCalls: MemberCall[]
  readonly externalCalls: ExternalCall[]
  /** The functions of the project that a call runs. */
  readonly targets: Map<number, Set<number>>
  /** The functions that a call hands to something outside, which will run them. */
  readonly callbacks: Map<number, Set<number>>
  /** Subclasses and implementations by class, and the other way round. */
  readonly subclasses: Map<number, Set<number>>
  readonly superclasses: Map<number, Set<number>>
  /** Described types that a class of the project extends: `class Ledger extends Pool`. */
  readonly outerSupers: Map<number, Set<number>>
  /** The tokens of disposable stacks. */
  readonly stacks: Set<number>
  /** What has been read from prototypes, which may hold what they are the prototypes of. */
  readonly prototypeReads: Set<string>
  /** Files that cannot be read: of what comes from them nothing will ever be known. */
  readonly unreadable: Set<string>
  /** The calls of what `promisify()` made, or something like it. */
  readonly wrappedCalls: Set<number>
  /** Files whose functions a call would run, had they been read. */
  readonly unreadCalls: Map<number, Set<string>>
  /** Says that what a token stands for matters: if its file has not been read, it will be. */
  readonly need: (token: number) => void
  /** Whether what a file's text says is reason enough to read it. */
  readonly isRelevant: (file: string) => boolean
  /** Whether nothing is known of what a token stands for. */
  readonly isUnknown: (token: number) => boolean
  readonly opaque: number
  readonly tokenOf: (id: number) => Token
}

export function addTo(map: Map<number, Set<number>>, key: number, value: number): boolean {
  const set = map.get(key)
  if (!set) {
    map.set(key, new Set([value]))
    return true
  }
  if (set.has(value)) return false
  set.add(value)
  return true
}
