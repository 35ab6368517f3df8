import type { Inquiry } from '../inquiry.ts'
import { walkFunction } from './course-steps.ts'
import { findGuards, type IsGuard } from './guards.ts'
import type { Handler } from './handlers.ts'
import { lettingGo, type LettingGo } from './letting-go.ts'
import { findOnce, type Once } from './once.ts'
import type { Program } from './programs.ts'

/** A release that a handler starts, and that the process then waits for. */
export interface Wait extends LettingGo {
  readonly call: number
  /** The calls that lead there from the handler. */
  readonly way: readonly number[]
  /** A timer that ends it has been set before. */
  readonly isBounded: boolean
  /** It does not happen again on a second signal. */
  readonly isGuarded: boolean
  /** The handler goes on without it. */
  readonly isApart: boolean
}

/** What a handler does, followed in order from its start. */
export interface Course {
  readonly waits: readonly Wait[]
  readonly functions: ReadonlySet<number>
  /** A timer that ends all has been set before the handler waits for anything. */
  readonly isBounded: boolean
}

/** What runs one after the other; what nobody awaits is a task of its own. */
interface Task {
  isBounded: boolean
  isSync: boolean
}

/** How a function is run. */
export interface Frame {
  readonly task: Task
  /** Whether the handler waits for the function; for what starts in a promise's function, too. */
  readonly isAwaited: boolean
  readonly isExecutor: boolean
  readonly way: readonly number[]
  isGuarded: boolean
}

/** What is noted on the way. */
export interface Track {
  readonly inquiry: Inquiry
  readonly program: Program
  readonly isGuard: IsGuard
  readonly once: Once
  readonly releases: ReadonlyMap<number, readonly LettingGo[]>
  readonly waits: Wait[]
  readonly functions: Set<number>
  readonly walked: Set<string>
  isBounded: boolean
}

const known = new WeakMap<Inquiry, Map<string, Course>>()

/** Follows one of a handler's functions as it runs: what it waits for, unless it exits at once. */
export function followHandler(inquiry: Inquiry, handler: Handler, fn: number): Course {
  const courses = known.get(inquiry) ?? new Map<string, Course>()
  known.set(inquiry, courses)
  const key = `${handler.program.entry} ${handler.signal} ${fn}`
  const course = courses.get(key) ?? follow(inquiry, handler, fn)
  courses.set(key, course)
  return course
}

function follow(inquiry: Inquiry, { program, signal }: Handler, fn: number): Course {
  const once = findOnce(inquiry)
  const track: Track = {
    inquiry,
    program,
    isGuard: findGuards(inquiry, new Set(inquiry.reachOf(program, signal).functions.keys())),
    once,
    releases: lettingGo(inquiry),
    waits: [],
    functions: new Set(),
    walked: new Set(),
    isBounded: false,
  }
  const task = { isBounded: false, isSync: true }
  const frame = { task, isAwaited: true, isExecutor: false, way: [], isGuarded: once.called.has(fn) }
  const isOver = walkFunction(track, fn, frame) === 'exited'
  const { waits, functions, isBounded } = track
  return { waits: isOver ? waits.filter(({ isApart }) => !isApart) : waits, functions, isBounded }
}
