import { endsProcess } from './exits.ts'
import { either, exit, followFunction } from './follow-function.ts'
import { followOutside } from './follow-outside.ts'
import { followChain, followPromise, isChaining, isPromise, resolved } from './follow-promise.ts'
import { followRelease, releasesAt } from './follow-release.ts'
import { givenTo } from './given.ts'
import { leadsOf } from './leads.ts'
import type { Moment } from './moments.ts'
import { branch, type Frame, type Outcome } from './frame.ts'
import { afterAll, afterSince, type Plot } from './plot.ts'

/** Methods that run their callback for each of several things, all begun at once. */
const TOGETHER = new Set(['map', 'forEach', 'flatMap'])
const RUNNING = new Set([...TOGETHER, 'filter', 'find', 'findLast', 'some', 'every', 'sort', 'reduce', 'reduceRight'])

/** Follows a call, into whatever it runs. */
export function followCall(plot: Plot, call: number, now: Moment, frame: Frame): Outcome {
  const { code } = plot.inquiry.world
  const { settle, within } = code.callAt(call)
  plot.left--
  const { next, done } = follow(plot, call, now, frame)
  const inside = plot.inside.get(call) ?? []
  plot.inside.delete(call)
  const outcome = { next, done: done === undefined ? undefined : plot.moments.after(done, ...inside) }
  plot.outcomes.set(call, outcome)
  if (outcome.done !== undefined && within !== -1) {
    const outer = code.fileOfCall(call).call + within
    plot.inside.set(outer, [...(plot.inside.get(outer) ?? []), outcome.done])
  }
  if (next === undefined) return outcome
  if (settle === 'awaited') frame.progress.awaited = outcome
  if (settle === 'returned') frame.progress.returned = outcome
  if (settle === 'used' && outcome.done !== undefined) plot.held.push(outcome.done)
  return outcome
}

function follow(plot: Plot, call: number, now: Moment, frame: Frame): Outcome {
  const { world, index } = plot.inquiry
  if (plot.left <= 0) return { next: now, done: afterAll(plot, now) }
  const releases = releasesAt(plot.inquiry, call)
  if (isChaining(world, call)) return followChain(plot, call, releases, now, frame)
  if (endsProcess(world, index, call)) {
    exit(plot, call, now, frame, false)
    return { next: undefined, done: undefined }
  }
  if (isPromise(world, call)) return followPromise(plot, call, now, frame)
  if (resolved(plot, call, now)) return { next: now, done: now }
  const outcomes: Outcome[] = []
  if (releases.length > 0) outcomes.push(followRelease(plot, call, releases, now, frame))
  const targets = targetsOf(plot, call)
  if (targets.length > 0) outcomes.push(followTargets(plot, call, targets, now, frame))
  if (outcomes.length === 0) outcomes.push(followOutside(plot, call, now, frame))
  const outcome = either(plot, outcomes)
  const guessed = guess(plot, call, now, frame)
  return outcome.done === undefined || guessed === undefined
    ? outcome
    : { ...outcome, done: plot.moments.after(outcome.done, guessed) }
}

/** The functions that it runs now; those that it gives to something outside run when that wants to. */
function targetsOf({ inquiry: { world } }: Plot, call: number): number[] {
  const { name, base } = world.code.callAt(call)
  const isCollection = base !== 0 && RUNNING.has(name)
  const given = givenTo(world, call).flat()
  return [...(world.targets.get(call) ?? [])].filter(
    (target) => target >= 0 && (isCollection || !given.some((each) => each.kind === 'function' && each.fn === target)),
  )
}

function followTargets(plot: Plot, call: number, targets: readonly number[], now: Moment, frame: Frame): Outcome {
  const { world } = plot.inquiry
  const { name, kind, isRepeated, settle } = world.code.callAt(call)
  // Of groups that run one after the other it is not known which thing is in which.
  const isOver = TOGETHER.has(name) && !frame.isInLoop && givenTo(world, call).flat().length > 0
  const isTogether = frame.isTogether || (isRepeated && settle === 'floating')
  const site = plot.sites++
  const outcome = either(
    plot,
    targets.map((fn, way) => {
      const own = targets.length > 1 && !isTogether ? branch(frame, site, way) : frame
      return followFunction(plot, fn, now, isOver ? { ...own, isTogether: true } : own)
    }),
  )
  return kind === 'new' ? { next: outcome.next, done: outcome.next } : outcome
}

/** Follows what names alone lead to; gives the moment after all of that. */
function guess(plot: Plot, call: number, now: Moment, frame: Frame): Moment | undefined {
  if (frame.isGuessed) return undefined
  const { world, index } = plot.inquiry
  const sure = new Set([...(world.targets.get(call) ?? []), ...(world.callbacks.get(call) ?? [])])
  const since = plot.happenings.length
  const site = plot.sites++
  leadsOf(world, index, call)
    .filter((fn) => !sure.has(fn) && !sure.has(-1 - fn))
    .forEach((fn, way) => {
      followFunction(plot, fn, now, { ...branch(frame, site, way), isGuessed: true })
    })
  return plot.happenings.length === since ? undefined : afterSince(plot, now, since)
}
