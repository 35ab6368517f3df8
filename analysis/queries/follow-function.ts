import type { Moment } from './moments.ts'
import { follow } from './follow-steps.ts'
import type { Given } from './given.ts'
import { branch, type Frame, type Outcome } from './frame.ts'
import { afterAll, join, type Plot, promiseMoment } from './plot.ts'
import { isQuiet } from './quiet.ts'

const DEEPEST = 24

/** Follows a function of the project that is called now. */
export function followFunction(plot: Plot, fn: number, now: Moment, outer: Frame, isCallback = false): Outcome {
  const { code } = plot.inquiry.world
  if (outer.stack.includes(fn) || outer.stack.length > DEEPEST || plot.left <= 0)
    return { next: now, done: afterAll(plot, now) }
  if (isQuiet(plot.inquiry, fn)) return { next: now, done: now }
  const { steps, isAsync } = code.functionAt(fn)
  const frame: Frame = {
    ...outer,
    fn,
    file: code.fileOfFunction(fn),
    stack: [...outer.stack, fn],
    errors: isCallback ? errorsOf(plot, fn) : new Set(),
    breaks: [],
    ends: [],
    dones: [],
    progress: {},
  }
  const end = follow(plot, steps, now, frame)
  const next = join(plot, end, ...frame.ends)
  return {
    next: isAsync ? (frame.progress.firstAwait ?? next) : next,
    done: join(plot, end, ...frame.dones),
  }
}

/** Follows what has been handed over, when it is run. */
export function followGiven(
  plot: Plot,
  all: readonly Given[],
  now: Moment,
  frame: Frame,
  call: number,
  isCallback = true,
): Outcome {
  const site = plot.sites++
  const outcomes = all.map((each, way) => {
    const own = all.length > 1 && !frame.isTogether ? branch(frame, site, way) : frame
    switch (each.kind) {
      case 'function':
        return followFunction(plot, each.fn, now, own, isCallback)
      case 'resolver': {
        plot.moments.order(now, promiseMoment(plot, each.promise))
        return { next: now, done: now }
      }
      case 'exit':
        exit(plot, call, now, own, true)
        return { next: undefined, done: undefined }
    }
  })
  return either(plot, outcomes)
}

export function exit(plot: Plot, call: number, start: Moment, frame: Frame, isGiven: boolean): void {
  const { branches, isFailure, isTimed, isGuessed } = frame
  plot.happenings.push({ kind: 'exit', call, isGiven, start, branches, isFailure, isTimed, isGuessed })
}

/** What comes of one of several. */
export function either(plot: Plot, outcomes: readonly Outcome[]): Outcome {
  return {
    next: join(plot, ...outcomes.map(({ next }) => next)),
    done: join(plot, ...outcomes.map(({ done }) => done)),
  }
}

// server.close((error) => …)
function errorsOf({ inquiry: { world } }: Plot, fn: number): ReadonlySet<number> {
  const [first] = world.code.functionAt(fn).params
  const { copies } = world.code.fileOfFunction(fn).facts
  const errors = new Set<number>()
  if (first === undefined) return errors
  errors.add(first)
  for (let index = 0; index < copies.length; index += 2) if (copies[index] === first) errors.add(copies[index + 1] ?? 0)
  return errors
}
