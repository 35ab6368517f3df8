import type { Step } from '../facts/facts.ts'
import { followCall } from './follow-call.ts'
import type { Moment } from './moments.ts'
import { branch, type Frame } from './frame.ts'
import { afterAll, afterKept, afterSince, join, type Plot } from './plot.ts'
import { waits } from './waiting-steps.ts'

/** Follows steps one after the other; gives the moment after them, or undefined when nothing gets there. */
export function follow(plot: Plot, steps: readonly Step[], start: Moment, frame: Frame): Moment | undefined {
  let now = start
  for (const [index, step] of steps.entries()) {
    const next = one(plot, step, now, frame)
    if (next === undefined) {
      noteDead(plot, step, steps.slice(index + 1), frame)
      return undefined
    }
    now = next
  }
  return now
}

function one(plot: Plot, step: Step, now: Moment, frame: Frame): Moment | undefined {
  const { progress } = frame
  switch (step.kind) {
    case 'call':
      return followCall(plot, frame.file.call + step.call, now, frame).next
    case 'await': {
      progress.firstAwait ??= now
      const { awaited } = progress
      progress.awaited = undefined
      // await this.closed: what is kept may be what waits for the rest.
      if (!awaited) return afterAll(plot, now)
      return awaited.done === undefined ? undefined : plot.moments.after(now, awaited.done)
    }
    case 'if': {
      if (step.then.length + step.else.length === 0) return now
      const site = plot.sites++
      const isError = step.test !== null && frame.errors.has(step.test.slot)
      const then = follow(plot, step.then, now, branch(frame, site, 0, isError && !step.test.isNegated))
      const otherwise = follow(plot, step.else, now, branch(frame, site, 1, isError && step.test.isNegated))
      return join(plot, then, otherwise)
    }
    case 'loop': {
      const since = plot.happenings.length
      const breaks: Moment[] = []
      const end = follow(plot, step.body, now, { ...frame, breaks, isTogether: false, isInLoop: true })
      const left = join(plot, step.isEndless ? undefined : now, end, ...breaks)
      // while (running > 0) await sleep(100): it waits in its own way.
      return left !== undefined && plot.happenings.length === since && waits(step.body) ? afterAll(plot, left) : left
    }
    case 'switch': {
      const site = plot.sites++
      const breaks: Moment[] = []
      let falling: Moment | undefined
      step.cases.forEach((each, way) => {
        const start = join(plot, now, falling)
        falling = start === undefined ? undefined : follow(plot, each, start, { ...branch(frame, site, way), breaks })
      })
      return join(plot, step.isTotal ? undefined : now, falling, ...breaks)
    }
    case 'try':
      return tried(plot, step, now, frame)
    case 'return': {
      const { returned } = progress
      progress.returned = undefined
      frame.ends.push(now)
      if (!returned) frame.dones.push(step.slot === 0 ? now : afterKept(plot, now))
      else if (returned.done !== undefined) frame.dones.push(plot.moments.after(now, returned.done))
      return undefined
    }
    case 'break':
    case 'continue':
      frame.breaks.push(now)
      return undefined
    case 'throw':
      return undefined
    case 'using':
      return now
  }
}

function tried(plot: Plot, step: Extract<Step, { kind: 'try' }>, now: Moment, frame: Frame): Moment | undefined {
  const since = plot.happenings.length
  const end = follow(plot, step.body, now, frame)
  const thrown = afterSince(plot, end ?? now, since)
  const caught = step.catch ? follow(plot, step.catch, thrown, { ...frame, isFailure: true }) : undefined
  const left = join(plot, end, caught)
  if (!step.finally) return left
  const last = follow(plot, step.finally, left ?? thrown, frame)
  return left === undefined ? undefined : last
}

/** process.exit(0); server.close() */
function noteDead(plot: Plot, step: Step, rest: readonly Step[], frame: Frame): void {
  const last = plot.happenings.at(-1)
  if (step.kind !== 'call' || last?.kind !== 'exit' || last.call !== frame.file.call + step.call) return
  for (const each of rest)
    if (each.kind === 'call') plot.dead.push({ exit: last.call, release: frame.file.call + each.call })
}
