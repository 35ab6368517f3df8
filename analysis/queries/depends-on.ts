import type { Acquisition } from '../graph/tokens.ts'
import type { Inquiry } from '../inquiry.ts'
import { leadsOf } from './leads.ts'
import { inside } from './registrations.ts'

/** What the work that something brings in makes use of, as far as it is seen. */
interface Need {
  readonly things: ReadonlySet<number>
  /** All that runs is seen, and is little, as of a server that only says that it is well. */
  readonly isLittle: boolean
}

const known = new WeakMap<Inquiry, Map<number, Need>>()

/** Whether the work that one thing brings in uses another. */
export function dependsOn(inquiry: Inquiry, dependant: Acquisition, used: Acquisition): 'surely' | 'maybe' | 'hardly' {
  const needs = known.get(inquiry) ?? new Map<number, Need>()
  known.set(inquiry, needs)
  const need = needs.get(dependant.id) ?? needOf(inquiry, dependant)
  needs.set(dependant.id, need)
  if ([...need.things].some((thing) => isSame(inquiry, thing, used))) return 'surely'
  return need.isLittle ? 'hardly' : 'maybe'
}

function needOf(inquiry: Inquiry, dependant: Acquisition): Need {
  const { world, index } = inquiry
  const own = givenTo(inquiry, dependant.call)
  const calls = world.memberCalls.filter(({ thing }) => isSame(inquiry, thing, dependant)).map(({ call }) => call)
  const others = calls.flatMap((call) => givenTo(inquiry, call))
  const things = new Set([...own, ...others])
  const handlers = functionsIn(inquiry, own)
  let isLittle = handlers.length > 0 && dependant.line.opens !== undefined
  const seen = new Set<number>()
  const work = [...handlers, ...functionsIn(inquiry, others)]
  for (let fn = work.pop(); fn !== undefined; fn = work.pop()) {
    if (seen.has(fn)) continue
    seen.add(fn)
    for (const call of index.callsIn[fn] ?? []) {
      for (const { thing } of index.membersAt.get(call) ?? []) things.add(thing)
      const leads = leadsOf(world, index, call)
      // (request, response) => app(request, response)
      if (leads.length > 0 || world.code.callAt(call).base === 0) isLittle = false
      work.push(...leads)
    }
  }
  return { things, isLittle }
}

/** What stands in the arguments of a call. */
function givenTo({ world }: Inquiry, call: number): number[] {
  const file = world.code.fileOfCall(call)
  const slots = world.code.callAt(call).args.map((arg) => world.code.slotIn(file, arg))
  return [...new Set(slots.flatMap((slot) => [slot, ...inside(world, slot, 3)]))].flatMap((slot) => [
    ...world.solver.at(slot),
  ])
}

function functionsIn({ world }: Inquiry, tokens: readonly number[]): number[] {
  return tokens.flatMap((id) => {
    const token = world.tokenOf(id)
    return token.kind === 'function' ? [token.fn] : []
  })
}

function isSame({ world }: Inquiry, thing: number, { id, type }: Acquisition): boolean {
  const token = world.tokenOf(thing)
  if (token.kind !== 'thing') return false
  return token.acquisition === -1 ? token.type === type : token.acquisition === id
}
