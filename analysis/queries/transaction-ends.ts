import type { Inquiry } from '../inquiry.ts'
import type { Acquisition } from '../graph/tokens.ts'
import type { MemberCall, World } from '../graph/world.ts'
import { methodName } from '../graph/written.ts'
import { lifetimeOf } from './lifetime.ts'

/** What gives a connection up takes its transaction with it; a lease goes back as it is, unless it is told of an error. */
const GIVING_UP = new Set(['end', 'close', 'destroy'])

/**
 * The calls that end a transaction, and those that may: a statement that only running the code would tell, or a
 * connection that is given up.
 */
export function endsOf(inquiry: Inquiry, acquisition: Acquisition): ReadonlySet<number> {
  const { world } = inquiry
  const found = new Set<number>()
  const methods = new Set(acquisition.transaction?.end.map((each) => methodName(each)))
  const things = thingsOf(inquiry, acquisition)
  const isKept = things.some((thing) => livesOn(inquiry, acquisition, thing))
  const home = world.code.callerOf(acquisition.call)
  const givesUp = (call: number, name: string): boolean =>
    GIVING_UP.has(name) && (!isKept || world.code.callerOf(call) === home)
  for (const { call, name } of inquiry.releasesOf(acquisition))
    if (!GIVING_UP.has(methodName(name)) || givesUp(call, methodName(name))) found.add(call)
  for (const { call, name } of things.flatMap((thing) => callsOn(world, thing))) {
    if (call === acquisition.call) continue
    const { literals } = world.code.callAt(call)
    const isUntold = methods.has(name) && literals.length > 0 && literals[0] === null
    if (isUntold || givesUp(call, name) || (name === 'release' && literals.length > 0)) found.add(call)
  }
  return found
}

const known = new WeakMap<World, ReadonlyMap<number, readonly MemberCall[]>>()

function callsOn(world: World, thing: number): readonly MemberCall[] {
  const all = known.get(world) ?? Map.groupBy(world.memberCalls, (each) => each.thing)
  known.set(world, all)
  return all.get(thing) ?? []
}

/** What it stands on: what was begun, or what it was begun on. */
function thingsOf({ index }: Inquiry, { call, token, transaction }: Acquisition): readonly number[] {
  if (transaction?.returns !== undefined) return [token]
  return (index.membersAt.get(call) ?? []).map(({ thing }) => thing)
}

/** Whether a transaction is begun in a function, on what is given up only when the process ends, long after. */
function livesOn(inquiry: Inquiry, { call }: Acquisition, thing: number): boolean {
  const { world } = inquiry
  const token = world.tokenOf(thing)
  const on = token.kind === 'thing' ? world.acquisitions[token.acquisition] : undefined
  const isInFunction = world.code.functionAt(world.code.callerOf(call)).parent !== -1
  return on !== undefined && isInFunction && lifetimeOf(inquiry, on) === 'process'
}
