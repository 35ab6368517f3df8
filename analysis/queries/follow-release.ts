import type { Settles } from '../../catalogue/index.ts'
import { listOf } from '../graph/lines.ts'
import type { Inquiry } from '../inquiry.ts'
import { followFunction, followGiven } from './follow-function.ts'
import { givenTo } from './given.ts'
import { lettingGo, settlesAsCalled, type LettingGo } from './letting-go.ts'
import type { Moment } from './moments.ts'
import type { Letting } from './happening.ts'
import { branch, type Frame, type Outcome } from './frame.ts'
import { closedMoment, join, type Plot } from './plot.ts'
import { hooksOf } from './reach.ts'

/** What a call lets go of; not what the language or a stream lets go of by itself. */
export function releasesAt(inquiry: Inquiry, call: number): readonly LettingGo[] {
  const all = lettingGo(inquiry).get(call) ?? []
  return all.filter(({ acquisition, name }) => listOf(acquisition.line.release).some((each) => each === name))
}

/** Follows a call that lets go of something: what it is given to call back is run when that has finished. */
export function followRelease(plot: Plot, call: number, all: readonly LettingGo[], now: Moment, frame: Frame): Outcome {
  const site = plot.sites++
  const isAlone = all.length === 1 || frame.isTogether
  const isPromised = all.some((each) => settlesAsCalled(plot.inquiry, call, each) === 'promise')
  const lettings = all.map((each, way) => {
    const settles = settlesAsCalled(plot.inquiry, call, each)
    // Of one of several that returns a promise it may be the promise that is waited for.
    return letGo(
      plot,
      { ...each, settles: isPromised && settles === 'callback' ? 'promise' : settles },
      call,
      now,
      isAlone ? frame : branch(frame, site, way),
    )
  })
  const finish = plot.moments.after(...lettings.map((each) => each.finish))
  const waited = lettings.filter(({ settles }) => settles === 'promise').map((each) => each.finish)
  const given = givenTo(plot.inquiry.world, call).flat()
  if (given.length > 0) followGiven(plot, given, finish, frame, call)
  return { next: now, done: plot.moments.after(now, ...waited) }
}

/** Something is let go, and what a framework runs on that is run. */
export function letGo(
  plot: Plot,
  { acquisition, name, settles }: LettingGo & { settles: Settles },
  call: number,
  start: Moment,
  frame: Frame,
): Letting {
  const { moments, inquiry } = plot
  const { world, index } = inquiry
  const { branches, isFailure, isTimed, isGuessed } = frame
  const hooks = (when: 'early' | 'late'): ReadonlySet<number> =>
    new Set(hooksOf(world, index, acquisition.type, when).filter((fn) => !frame.stack.includes(fn)))
  // In which order a framework runs its hooks is its own affair: each is followed as if it were alone.
  const run = (all: ReadonlySet<number>, now: Moment): (Moment | undefined)[] => {
    const site = plot.sites++
    return [...all].map((fn, way) => followFunction(plot, fn, now, branch(frame, site, way)).done)
  }
  const early = run(hooks('early'), start)
  const drained = settles === 'sync' ? start : moments.later(start, ...early.filter((each) => each !== undefined))
  const late = hooks('late')
  const finish = late.size === 0 ? drained : moments.later(join(plot, drained, ...run(late, drained)) ?? drained)
  moments.order(finish, closedMoment(plot, acquisition.id))
  const letting: Letting = {
    kind: 'release',
    call,
    acquisition,
    name,
    settles,
    start,
    drained,
    finish,
    branches,
    isFailure,
    isTimed,
    isGuessed,
  }
  plot.happenings.push(letting)
  return letting
}
