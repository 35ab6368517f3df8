import type { Acquisition } from '../graph/tokens.ts'
import type { Inquiry } from '../inquiry.ts'
import { callersIn } from './callers.ts'
import { copiesOf } from './copies-of.ts'
import { isKeptOpen } from './kept-open.ts'
import { findLeaks, type Effect } from './paths.ts'

/** How many callers are asked. */
const WIDTH = 20

/**
 * Whether who calls the function that acquires something also has it let go of, on every path that ends well:
 * `await helper.start(); …; await helper.stop()`.
 */
export function endsWithCaller(inquiry: Inquiry, acquisition: Acquisition, home: number): boolean {
  const { world } = inquiry
  const callers = callersIn(world)
  const calls = callers.of(home)
  if (calls.length === 0 || calls.length > WIDTH || callers.isHandedOut(home)) return false
  const releases = new Set(inquiry.releasesOf(acquisition).map(({ call }) => call))
  const isLetting = (fn: number): boolean => {
    const { call } = world.code.fileOfFunction(fn)
    // What closes the database where a migration has failed means to keep it open else.
    return fn !== home && !isKeptOpen(world.code.functionAt(fn).steps, (local) => releases.has(call + local))
  }
  const letting = new Set([...releases].map((call) => world.code.callerOf(call)).filter(isLetting))
  if (letting.size === 0) return false
  return [...new Set(calls.map((call) => world.code.callerOf(call)))].every((caller) => isOverIn(caller))

  function isOverIn(caller: number): boolean {
    const { code, targets } = world
    const { parent, steps, returns } = code.functionAt(caller)
    if (parent === -1 || inquiry.registrations.some(({ awaiting }) => awaiting.includes(caller))) return false
    const file = code.fileOfFunction(caller)
    const effectOf = (local: number): Effect => {
      const run = targets.get(file.call + local)
      if (run?.has(home) === true) return 'acquire'
      const isRelease = releases.has(file.call + local) || [...(run ?? [])].some((fn) => letting.has(fn))
      return isRelease ? 'release' : 'pass'
    }
    const own = calls.filter((call) => code.callerOf(call) === caller).map((call) => code.callAt(call))
    // helper?.stop(), if (isAcquired) await releaseLock(): where there is none, there is nothing to let go of.
    const given = copiesOf(
      file.facts,
      own.flatMap(({ base, result }) => [base, result]),
    )
    if (given.has(returns)) return false
    return findLeaks(steps, { effectOf, holds: (slot) => given.has(slot) }).every(({ by }) => by === 'throw')
  }
}
