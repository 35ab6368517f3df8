import type { Inquiry } from '../inquiry.ts'
import { exit, followFunction } from './follow-function.ts'
import { letGo } from './follow-release.ts'
import { follow } from './follow-steps.ts'
import { givenTo } from './given.ts'
import { findHandlers } from './handlers.ts'
import type { Exit, Happening, Letting } from './happening.ts'
import { settlesOf } from './letting-go.ts'
import type { Moment, Moments } from './moments.ts'
import { branch, rootFrame } from './frame.ts'
import { afterAll, createPlot, join, type Plot } from './plot.ts'
import type { Registration } from './registrations.ts'
import { stepsAfter } from './steps-after.ts'

/** What happens, and in which order, when a signal comes that was registered for. */
export interface Timeline {
  readonly registration: Registration
  readonly moments: Moments
  /** In the order in which they were come upon. */
  readonly happenings: readonly Happening[]
  readonly releases: readonly Letting[]
  readonly exits: readonly Exit[]
  /** Calls that are written after an exit. */
  readonly dead: readonly { readonly exit: number; readonly release: number }[]
}

const known = new WeakMap<Inquiry, readonly Timeline[]>()

/** The timelines of all handlers, in the order of the code, but for those that are too long to follow. */
export function timelinesOf(inquiry: Inquiry): readonly Timeline[] {
  const before = known.get(inquiry)
  if (before) return before
  const same = new Map<string, Plot>()
  const timelines = findHandlers(inquiry).flatMap(({ registration }): Timeline[] => {
    const { by, call, functions } = registration
    // The same function for several signals takes the same course.
    const key = by === 'process' && functions.length > 0 ? functions.join() : `call ${call}`
    const plot = same.get(key) ?? plotOf(inquiry, registration)
    same.set(key, plot)
    const { happenings, moments, dead } = plot
    if (plot.left <= 0) return []
    const releases = happenings.filter((each) => each.kind === 'release')
    const exits = happenings.filter((each) => each.kind === 'exit')
    return [{ registration, moments, happenings, releases, exits, dead }]
  })
  known.set(inquiry, timelines)
  return timelines
}

function plotOf(inquiry: Inquiry, registration: Registration): Plot {
  const plot = createPlot(inquiry)
  const start = plot.moments.later()
  if (registration.by === 'process') followHandler(plot, registration, start)
  else followLibrary(plot, registration, start)
  return plot
}

function followHandler(plot: Plot, { call, functions, awaiting }: Registration, start: Moment): void {
  const frame = rootFrame(plot.inquiry.world, plot.inquiry.world.code.callerOf(call))
  const isExit = givenTo(plot.inquiry.world, call).some((all) => all.some(({ kind }) => kind === 'exit'))
  if (isExit) exit(plot, call, start, frame, true)
  const site = plot.sites++
  functions.forEach((fn, way) => {
    followFunction(plot, fn, start, functions.length > 1 ? branch(frame, site, way) : frame)
  })
  // await once(process, 'SIGTERM'): what stands below it comes then.
  const { code } = plot.inquiry.world
  for (const fn of awaiting) {
    const file = code.fileOfFunction(fn)
    const home = code.callerOf(call)
    const isWait = (local: number): boolean =>
      file.call + local === call ||
      (home !== fn && (plot.inquiry.world.targets.get(file.call + local)?.has(home) ?? false))
    const steps = stepsAfter(code.functionAt(fn).steps, isWait)
    if (steps) follow(plot, steps, start, { ...frame, fn, file, stack: [fn] })
  }
}

/** A library waits for what it has been given, lets go of what it has been given, and most of them exit. */
function followLibrary(plot: Plot, { call, functions, things, library }: Registration, start: Moment): void {
  const { world } = plot.inquiry
  const frame = rootFrame(plot.inquiry.world, plot.inquiry.world.code.callerOf(call))
  const lettings = things.flatMap((thing) => {
    const token = world.tokenOf(thing)
    const acquisition = token.kind === 'thing' ? world.acquisitions[token.acquisition] : undefined
    const [name] = acquisition ? [acquisition.line.release].flat() : []
    if (!acquisition || name === undefined) return []
    return [letGo(plot, { acquisition, name, settles: nonSync(settlesOf(acquisition, name)) }, call, start, frame)]
  })
  const drained = plot.moments.after(start, ...lettings.map((each) => each.drained))
  const site = plot.sites++
  const outcomes = functions.map((fn, way) =>
    followFunction(plot, fn, drained, functions.length > 1 ? branch(frame, site, way) : frame),
  )
  if (!library?.exits || library.settles === 'callback') return
  const ends = outcomes.map(({ next, done }) => (library.settles === 'sync' ? next : done))
  const end = join(plot, drained, ...ends, ...lettings.map((each) => each.finish))
  exit(plot, call, end ?? afterAll(plot, start), frame, false)
}

function nonSync<T>(settles: T | 'sync'): T | 'promise' {
  return settles === 'sync' ? 'promise' : settles
}
