import type { World } from '../graph/world.ts'
import type { Inquiry } from '../inquiry.ts'
import { leadsNowhere } from './exits.ts'
import { followGiven } from './follow-function.ts'
import { givenTo, thingsGivenTo, type Given } from './given.ts'
import type { Moment } from './moments.ts'
import type { Frame, Outcome } from './frame.ts'
import { afterAll, afterKept, afterSince, closedMoment, join, type Plot } from './plot.ts'

const TIMERS = new Set(['setTimeout', 'setInterval', 'scheduler.wait'])
const LISTENING = new Set(['on', 'once', 'addListener', 'prependListener', 'addEventListener'])
const AT_ONCE = new Set(['forEach', 'map', 'flatMap', 'filter', 'setImmediate', 'nextTick', 'queueMicrotask'])
/** Names of functions that are there to wait, for nobody knows what. */
const WAITING = /sleep|delay|wait|idle|drain|flush|finish|settle|pause|timeout|terminat/i
const COMBINING = new Set(['all', 'allSettled', 'race', 'any'])

/** Follows a call to something outside: what it is given it runs, sooner or later. */
export function followOutside(plot: Plot, call: number, now: Moment, frame: Frame): Outcome {
  const { world, index } = plot.inquiry
  const { name, base, settle, literals } = world.code.callAt(call)
  const callbacks = givenTo(world, call)
  if (isSignalListener(world, call)) return { next: now, done: now }
  if (isTimer(plot.inquiry, call)) {
    // Whoever takes time lets the rest finish in it.
    const then = afterAll(plot, now)
    followGiven(plot, callbacks.flat(), then, { ...frame, isTimed: true }, call, false)
    return { next: now, done: then }
  }
  const closed = [...thingsOf(plot, call), ...thingsGivenTo(world, call)].map((each) => closedMoment(plot, each))
  // wss.on(WebsocketEvent.CLOSE, resolve)
  if (base !== 0 && LISTENING.has(name) && literals.length > 1) {
    const then = closed.length > 0 ? plot.moments.later(now, ...closed) : afterAll(plot, now)
    followGiven(plot, callbacks.flat(), then, frame, call, false)
    return { next: now, done: now }
  }
  if (COMBINING.has(name) && index.externalsAt.get(call)?.some(({ path }) => path.startsWith('Promise.')))
    return combine(plot, call, now)
  const { next, done } = callBack(plot, call, callbacks, now, frame, name)
  if (settle === 'floating') return { next, done }
  // once(server, 'close'), finished(stream)
  const given = thingsGivenTo(world, call).map((each) => closedMoment(plot, each))
  return {
    next,
    done: plot.moments.after(
      isWaiting(plot.inquiry, call) || leadsNowhere(world, call) ? afterAll(plot, done) : done,
      ...given,
    ),
  }
}

/** Whether a call is there to let time pass. */
export function isWaiting(inquiry: Inquiry, call: number): boolean {
  return WAITING.test(inquiry.world.code.callAt(call).name) || isTimer(inquiry, call)
}

function isTimer({ index }: Inquiry, call: number): boolean {
  return index.externalsAt.get(call)?.some(({ path }) => TIMERS.has(path)) ?? false
}

/** Promise.all([app.close(), pool.end()]); with what stands in a variable, all that is kept. */
function combine(plot: Plot, call: number, now: Moment): Outcome {
  const inside = plot.inside.get(call) ?? []
  return { next: now, done: inside.length > 0 ? now : afterKept(plot, now) }
}

/** One callback after the other: the last is often told that the others have finished. */
function callBack(
  plot: Plot,
  call: number,
  all: readonly Given[][],
  now: Moment,
  frame: Frame,
  name: string,
): { next: Moment; done: Moment } {
  let next = now
  let done = now
  for (const given of all) {
    if (given.length === 0) continue
    const since = plot.happenings.length
    const outcome = followGiven(plot, given, done, frame, call)
    if (AT_ONCE.has(name)) next = join(plot, next, outcome.next) ?? next
    done = afterSince(plot, join(plot, done, outcome.done) ?? done, since)
  }
  return { next, done }
}

// process.once('SIGINT', () => process.exit(130)), inside a handler
function isSignalListener(world: World, call: number): boolean {
  const [first] = world.code.callAt(call).literals
  return typeof first === 'string' && /^SIG|^uncaught|^unhandled|^exit$/i.test(first)
}

/** The acquisitions on whose things a call is made. */
function thingsOf({ inquiry: { world, index } }: Plot, call: number): number[] {
  return (index.membersAt.get(call) ?? []).flatMap(({ thing }) => {
    const token = world.tokenOf(thing)
    return token.kind === 'thing' && token.acquisition !== -1 ? [token.acquisition] : []
  })
}
