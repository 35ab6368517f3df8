import type { World } from '../graph/world.ts'
import { either, followFunction, followGiven } from './follow-function.ts'
import { followRelease } from './follow-release.ts'
import { givenAt, givenTo } from './given.ts'
import type { LettingGo } from './letting-go.ts'
import type { Moment } from './moments.ts'
import type { Frame, Outcome } from './frame.ts'
import { afterAll, afterKept, join, type Plot, promiseMoment } from './plot.ts'

const CHAINING = new Set(['then', 'catch', 'finally'])

/** Whether a call says what comes after a promise. */
export function isChaining(world: World, call: number): boolean {
  const { name, base } = world.code.callAt(call)
  return base !== 0 && CHAINING.has(name)
}

/** server.close().then(() => pool.end()).catch(fail) */
export function followChain(
  plot: Plot,
  call: number,
  releases: readonly LettingGo[],
  now: Moment,
  frame: Frame,
): Outcome {
  const { world } = plot.inquiry
  const { name, after } = world.code.callAt(call)
  const before = after === -1 ? undefined : plot.outcomes.get(world.code.fileOfCall(call).call + after)
  const fulfilled = before ? before.done : afterKept(plot, now)
  const [first = [], second = []] = givenTo(world, call)
  const failed: Frame = { ...frame, isFailure: true }
  const onFailure = name === 'catch' ? first : name === 'then' ? second : []
  const recovered = followGiven(plot, onFailure, afterAll(plot, now), failed, call, false)
  if (fulfilled === undefined) return { next: now, done: undefined }
  if (name === 'catch') return { next: now, done: join(plot, fulfilled, recovered.done) }
  const outcomes: Outcome[] = []
  if (first.length > 0) outcomes.push(followGiven(plot, first, fulfilled, frame, call, false))
  // .then(server.close.bind(server))
  if (releases.length > 0) outcomes.push(followRelease(plot, call, releases, fulfilled, frame))
  return {
    next: now,
    done: outcomes.length === 0 ? fulfilled : join(plot, either(plot, outcomes).done, recovered.done),
  }
}

/** Whether a call makes a promise of which the project says when it is fulfilled. */
export function isPromise(world: World, call: number): boolean {
  const { kind, callee } = world.code.callAt(call)
  if (kind !== 'new') return false
  return world.solver.at(world.code.slotIn(world.code.fileOfCall(call), callee)).some((id) => {
    const token = world.tokenOf(id)
    return token.kind === 'external' && token.module === 'global' && token.path === 'Promise'
  })
}

/** new Promise((resolve) => server.close(resolve)) */
export function followPromise(plot: Plot, call: number, now: Moment, frame: Frame): Outcome {
  const { world, moments } = { world: plot.inquiry.world, moments: plot.moments }
  const file = world.code.fileOfCall(call)
  const promise = promiseMoment(plot, world.code.slotIn(file, world.code.callAt(call).result))
  let next: Moment | undefined = now
  for (const given of givenTo(world, call).flat())
    if (given.kind === 'function') next = followFunction(plot, given.fn, now, frame).next
  // Nobody is known to fulfil it: whoever does may have waited for everything.
  if (!moments.hasBefore(promise)) moments.order(afterAll(plot, now), promise)
  return { next, done: promise }
}

/** resolve(): the promise is fulfilled. */
export function resolved(plot: Plot, call: number, now: Moment): boolean {
  const { world } = plot.inquiry
  const given = givenAt(world, world.code.slotIn(world.code.fileOfCall(call), world.code.callAt(call).callee))
  let isIt = false
  for (const each of given) {
    if (each.kind !== 'resolver') continue
    isIt = true
    // It may be given a promise to wait for.
    const then = plot.moments.after(now, ...(plot.inside.get(call) ?? []))
    plot.moments.order(then, promiseMoment(plot, each.promise))
  }
  return isIt
}
