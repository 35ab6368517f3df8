import type { Inquiry } from '../inquiry.ts'
import type { Acquisition } from '../graph/tokens.ts'
import { callersIn } from './callers.ts'
import { endsAround } from './ends-around.ts'
import { endsWithCaller } from './ends-with-caller.ts'
import { endsWithPromise } from './ends-with-promise.ts'
import { endsInside } from './ends-inside.ts'
import { findLeaks, type Effect } from './paths.ts'

/**
 * How long something is meant to live. `process`: as long as the process. `function`: as long as the call that acquires
 * it. `kept`: it outlives that call in something that the code keeps, but is not meant to live for ever.
 */
export type Lifetime = 'process' | 'function' | 'kept'

export function lifetimeOf(inquiry: Inquiry, acquisition: Acquisition): Lifetime {
  const { world } = inquiry
  const { line, call } = acquisition
  const flow = inquiry.flowOf(acquisition)
  const home = world.code.callerOf(call)
  const isAtTop = world.code.functionAt(home).parent === -1
  if (line.scope === 'function') {
    const isKept = flow.isStored || flow.variables.has(world.code.fileOfCall(call).fn)
    return isGivenToTop(inquiry, acquisition, home) ? 'process' : isKept ? 'kept' : 'function'
  }
  if (isAtTop || waitsForSignal(inquiry, home)) return 'process'
  if (endsAtHome(inquiry, acquisition, home)) return 'function'
  if (endsInside(inquiry, acquisition, home)) return 'kept'
  if (endsAround(inquiry, acquisition, home)) return 'function'
  if (endsWithPromise(inquiry, acquisition, home) || endsWithCaller(inquiry, acquisition, home)) return 'kept'
  if (flow.isStored || isKeptOutside(inquiry, acquisition)) return 'process'
  // What is let go in the function that holds it was meant to end with it, and what that gives its caller was not.
  const holders = holdersOf(inquiry, acquisition)
  const isLocal =
    !endsByItself(inquiry, acquisition) &&
    inquiry.releasesOf(acquisition).some((release) => {
      const by = world.code.callerOf(release.call)
      return holders.has(by) && !flow.returnedBy.has(by) && !waitsForSignal(inquiry, by)
    })
  if (isLocal) return 'function'
  // What a request opens, and a callback of its own closes: no path can be followed through that.
  const isOfCall = inquiry.programsWith(world.code.fileOfCall(call).file).every(({ begun }) => !begun.has(call))
  const isClosedByOwn = inquiry
    .releasesOf(acquisition)
    .some((release) => isOwnCallback(inquiry, acquisition, world.code.callerOf(release.call), home))
  return isOfCall && isClosedByOwn ? 'kept' : 'process'
}

/** Whether the top of a module acquires it, itself or by functions that give it back: `const pricing = makePricing()`. */
function isGivenToTop(inquiry: Inquiry, acquisition: Acquisition, fn: number, below: readonly number[] = []): boolean {
  const { world, flowOf } = inquiry
  if (world.code.functionAt(fn).parent === -1) return true
  const callers = callersIn(world)
  if (below.includes(fn) || !flowOf(acquisition).returnedBy.has(fn) || callers.isHandedOut(fn)) return false
  const calls = callers.of(fn)
  const isAtTop = (call: number): boolean =>
    isGivenToTop(inquiry, acquisition, world.code.callerOf(call), [...below, fn])
  return calls.length > 0 && calls.every(isAtTop)
}

const GOING_ON = new Set(['then', 'catch', 'finally', 'setTimeout', 'Promise'])

/** Whether a function inside the one that acquires it runs because of it: on its events, or when a promise goes on. */
function isOwnCallback({ world, index }: Inquiry, { token }: Acquisition, fn: number, home: number): boolean {
  const { code } = world
  const file = code.fileOfFunction(fn)
  if (file !== code.fileOfFunction(home)) return false
  for (let at = fn - file.fn; at > 0 && file.fn + at !== home; at = code.functionAt(file.fn + at).parent) {
    const runs = (call: number): boolean =>
      world.callbacks.get(call)?.has(file.fn + at) === true || world.targets.get(call)?.has(file.fn + at) === true
    const isOwn = file.facts.calls.some(
      ({ name }, local) =>
        runs(file.call + local) &&
        (GOING_ON.has(name) || index.membersAt.get(file.call + local)?.some(({ thing }) => thing === token) === true),
    )
    if (isOwn) return true
  }
  return false
}

/** const timer = setInterval(() => { if (isDone) clearInterval(timer) }): it goes on after the function on purpose. */
function endsByItself({ world, releasesOf }: Inquiry, acquisition: Acquisition): boolean {
  const ownCallbacks = world.callbacks.get(acquisition.call)
  const isOwn = (call: number): boolean => ownCallbacks?.has(world.code.callerOf(call)) === true
  return acquisition.line.kind === 'timer' && releasesOf(acquisition).some(({ call }) => isOwn(call))
}

/** Whether every path that ends well through the function that acquires it lets go of it, wherever else it is kept. */
function endsAtHome(inquiry: Inquiry, acquisition: Acquisition, home: number): boolean {
  const { code } = inquiry.world
  const file = code.fileOfFunction(home)
  const releases = new Set(inquiry.releasesOf(acquisition).map(({ call }) => call - file.call))
  const steps = code.functionAt(home).steps
  if (releases.size === 0) return false
  const acquired = acquisition.call - file.call
  const effectOf = (call: number): Effect => (call === acquired ? 'acquire' : releases.has(call) ? 'release' : 'pass')
  return findLeaks(steps, { effectOf, holds: () => false }).every(({ by }) => by === 'throw')
}

/** The functions in whose own variables it stands, from where it is acquired up to the last that it is returned to. */
function holdersOf({ world, flowOf }: Inquiry, acquisition: Acquisition): ReadonlySet<number> {
  const home = world.code.callerOf(acquisition.call)
  const { returnedBy } = flowOf(acquisition)
  const holders = new Set([home])
  for (const fn of returnedBy) for (const call of callersIn(world).of(fn)) holders.add(world.code.callerOf(call))
  return holders
}

/** Whether it is assigned to a variable of the module, or of a function around the one that acquires it. */
function isKeptOutside({ world, flowOf }: Inquiry, acquisition: Acquisition): boolean {
  const { variables } = flowOf(acquisition)
  let fn = world.code.functionAt(world.code.callerOf(acquisition.call)).parent
  const { fn: first } = world.code.fileOfCall(acquisition.call)
  while (fn !== -1) {
    if (variables.has(first + fn)) return true
    fn = world.code.functionAt(first + fn).parent
  }
  return false
}

function waitsForSignal({ registrations }: Inquiry, fn: number): boolean {
  return registrations.some(({ awaiting }) => awaiting.includes(fn))
}
