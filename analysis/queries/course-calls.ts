import { isForcing, isForcingAfter, isTimer } from './bounding.ts'
import { walkFunction, type Ending } from './course-steps.ts'
import type { Frame, Track } from './course.ts'
import { endsProcess } from './exits.ts'
import { leadsOf } from './leads.ts'
import { settlesAt } from './letting-go.ts'
import { isWaitedFor } from './waited-for.ts'

const CHAINING = new Set(['then', 'catch', 'finally'])
const REMOVING = new Set(['off', 'removeListener', 'removeAllListeners'])
const NONE: ReadonlySet<number> = new Set()
/** No shutdown is as deep as that; what generated code does may be. */
const DEPTH = 60

export function visitCall(track: Track, call: number, frame: Frame): Ending {
  const { inquiry } = track
  const { world, index } = inquiry
  if (endsProcess(world, index, call)) return 'exited'
  if (isTimer(inquiry, call) ? isForcing(inquiry, call, frame.isExecutor) : isForcingAfter(inquiry, call)) {
    bound(track, frame)
    return 'on'
  }
  const isOfProcess = index.externalsAt.get(call)?.some(({ module }) => module === 'node:process') === true
  if (isOfProcess && REMOVING.has(world.code.callAt(call).name)) frame.isGuarded = true
  const isLinked = isWaitedFor(inquiry, call, frame)
  noteWaits(track, call, frame, isLinked)
  return goInto(track, call, frame, isLinked)
}

/** From here on something ends all that takes too long. */
function bound(track: Track, { task }: Frame): void {
  task.isBounded = true
  if (task.isSync) track.isBounded = true
}

function noteWaits({ inquiry, releases, waits }: Track, call: number, frame: Frame, isLinked: boolean): void {
  for (const letting of releases.get(call) ?? []) {
    const settles = settlesAt(inquiry, call, letting)
    if (settles === 'sync') continue
    const isApart = !(settles === 'promise' ? isLinked : frame.isExecutor && frame.isAwaited)
    const { way, isGuarded } = frame
    waits.push({ ...letting, call, way, isBounded: frame.task.isBounded, isGuarded, isApart })
  }
}

/** Goes on into the functions that a call runs, now or later. */
function goInto(track: Track, call: number, frame: Frame, isLinked: boolean): Ending {
  const { world } = track.inquiry
  if (frame.way.length === DEPTH) return 'on'
  const { name, kind } = world.code.callAt(call)
  const { isBounded, isSync } = frame.task
  const isLater = CHAINING.has(name)
  const inner = {
    ...frame,
    isAwaited: isLinked,
    isExecutor: kind === 'new' && name === 'Promise',
    way: [...frame.way, call],
  }
  const targets = world.targets.get(call) ?? NONE
  const callbacks = world.callbacks.get(call) ?? NONE
  let ending: Ending = 'on'
  for (const fn of targets) {
    if (fn < 0) continue
    const isApart = isLater || (!isLinked && world.code.functionAt(fn).isAsync)
    const task = isApart ? { isBounded, isSync: !isLater && isSync } : frame.task
    const before = track.waits.length
    if (walkFunction(track, fn, { ...inner, task }) !== 'exited' || targets.size > 1) continue
    if (!isApart) ending = 'exited'
    // void (async () => { await sleep(10_000); process.exit(1) })()
    else if (!isLater && track.waits.length === before) bound(track, frame)
  }
  for (const fn of callbacks) {
    const task = { isBounded, isSync: false }
    if (fn >= 0) walkFunction(track, fn, { ...inner, task, isAwaited: false, isExecutor: false })
  }
  for (const fn of leadsByName(track, call)) {
    const isGuarded = frame.isGuarded || name === 'abort' || track.once.heard.has(fn)
    walkFunction(track, fn, { ...inner, isExecutor: false, isGuarded })
  }
  return ending
}

/** By the name of an event, or of a method of something unknown. What goes on when a promise is resolved does so once. */
function leadsByName({ inquiry }: Track, call: number): number[] {
  const { world, index } = inquiry
  const known = [...(world.targets.get(call) ?? NONE), ...(world.callbacks.get(call) ?? NONE)]
  if (known.length > 0 && world.code.callAt(call).literals.every((each) => typeof each !== 'string')) return []
  return leadsOf(world, index, call).filter((fn) => !known.includes(fn) && !known.includes(-1 - fn))
}
