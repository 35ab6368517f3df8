import type { CodeFile } from '../graph/program-code.ts'
import type { World } from '../graph/world.ts'
import type { Circumstance } from './happening.ts'
import type { Moment } from './moments.ts'

/** What comes of a call. */
export interface Outcome {
  /** When the caller goes on; undefined when it does not. */
  readonly next: Moment | undefined
  /** When the promise that it returns is fulfilled; undefined when it never is. */
  readonly done: Moment | undefined
}

/** A function that is being followed. */
export interface Frame extends Circumstance {
  readonly fn: number
  readonly file: CodeFile
  /** The functions around it, from the first. */
  readonly stack: readonly number[]
  /** Whether it runs for several things at once: in the callback of `map()`. */
  readonly isTogether: boolean
  /** Whether it runs once for each of several things, one after the other. */
  readonly isInLoop: boolean
  /** Slots that hold an error, if any. */
  readonly errors: ReadonlySet<number>
  readonly breaks: Moment[]
  /** When it returns, and when what it returns is fulfilled. */
  readonly ends: Moment[]
  readonly dones: Moment[]
  readonly progress: { firstAwait?: Moment | undefined; awaited?: Outcome | undefined; returned?: Outcome | undefined }
}

/** Where a timeline begins. */
export function rootFrame({ code }: World, fn: number): Frame {
  return {
    fn,
    file: code.fileOfFunction(fn),
    stack: [],
    branches: [],
    isFailure: false,
    isTimed: false,
    isGuessed: false,
    isTogether: false,
    isInLoop: false,
    errors: new Set(),
    breaks: [],
    ends: [],
    dones: [],
    progress: {},
  }
}

/** A frame in which one of several ways is taken. */
export function branch(frame: Frame, site: number, way: number, isFailure = false): Frame {
  return { ...frame, branches: [...frame.branches, `${site}:${way}`], isFailure: frame.isFailure || isFailure }
}
