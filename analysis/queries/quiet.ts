import type { Inquiry } from '../inquiry.ts'
import { endsProcess, isGivenExit, leadsNowhere } from './exits.ts'
import { isPromise } from './follow-promise.ts'
import { releasesAt } from './follow-release.ts'
import { isWaiting } from './follow-outside.ts'
import { loopsAndWaits } from './waiting-steps.ts'
import { leadsOf } from './leads.ts'

const known = new WeakMap<Inquiry, ReadonlySet<number>>()

/**
 * Whether a function, and all that it calls, is without meaning for the order of a stop: it lets go of nothing, does not
 * end the process, and waits for nothing that takes long. Most of what a handler calls is, and need not be followed.
 */
export function isQuiet(inquiry: Inquiry, fn: number): boolean {
  let quiet = known.get(inquiry)
  if (!quiet) {
    quiet = findQuiet(inquiry)
    known.set(inquiry, quiet)
  }
  return quiet.has(fn)
}

function findQuiet(inquiry: Inquiry): ReadonlySet<number> {
  const { world, index, registrations } = inquiry
  const callers = new Map<number, number[]>()
  const loud: number[] = []
  const seen = new Set<number>()
  const work = registrations.flatMap(({ functions, awaiting }) => [...functions, ...awaiting])
  for (let fn = work.pop(); fn !== undefined; fn = work.pop()) {
    if (seen.has(fn)) continue
    seen.add(fn)
    const calls = index.callsIn[fn] ?? []
    if (calls.some((call) => isLoud(inquiry, call)) || waitsInLoop(inquiry, fn)) loud.push(fn)
    for (const call of calls)
      for (const lead of leadsOf(world, index, call)) {
        callers.set(lead, [...(callers.get(lead) ?? []), fn])
        work.push(lead)
      }
  }
  for (let fn = loud.pop(); fn !== undefined; fn = loud.pop())
    if (seen.delete(fn)) loud.push(...(callers.get(fn) ?? []))
  return seen
}

function isLoud(inquiry: Inquiry, call: number): boolean {
  const { world, index } = inquiry
  return (
    releasesAt(inquiry, call).length > 0 ||
    endsProcess(world, index, call) ||
    isGivenExit(world, call) ||
    isPromise(world, call) ||
    isWaiting(inquiry, call) ||
    leadsNowhere(world, call) ||
    [...(world.targets.get(call) ?? [])].some((target) => target < 0)
  )
}

function waitsInLoop({ world: { code } }: Inquiry, fn: number): boolean {
  return loopsAndWaits(code.functionAt(fn).steps)
}
