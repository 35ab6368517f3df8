import { listOf } from '../graph/lines.ts'
import type { Acquisition } from '../graph/tokens.ts'
import type { World } from '../graph/world.ts'
import { readWritten } from '../graph/written.ts'
import type { Inquiry } from '../inquiry.ts'
import { isGivenOne } from './given-one.ts'
import { lifetimeOf } from './lifetime.ts'
import { givenTo } from './takers.ts'

const known = new WeakMap<Inquiry, Map<number, readonly number[]>>()

/** The calls that make something hold what it stands for: its acquisition, or what is then done with it. None: it never does. */
export function openingsOf(inquiry: Inquiry, acquisition: Acquisition): readonly number[] {
  const all = known.get(inquiry) ?? new Map<number, readonly number[]>()
  known.set(inquiry, all)
  const before = all.get(acquisition.id)
  if (before) return before
  const found = findOpenings(inquiry, acquisition)
  all.set(acquisition.id, found)
  return found
}

function findOpenings(inquiry: Inquiry, acquisition: Acquisition): readonly number[] {
  const { line, call } = acquisition
  if (!counts(inquiry.world, acquisition) || isConsumed(inquiry, acquisition)) return []
  if (isGivenOne(inquiry.world, acquisition)) return []
  if (line.opens === undefined) return [call]
  return [...new Set(listOf(line.opens).flatMap((use) => inquiry.usesOf(acquisition, use)))]
}

/** Whether what the call is given makes it one that opens something. */
function counts(world: World, { line, call, transaction }: Acquisition): boolean {
  const { when, unless, unlessOpen } = line
  if (transaction?.managed === true) return !mayTakeFunction(world, call)
  if (unlessOpen === true && givenTo(world, call).some((id) => world.tokenOf(id).kind === 'thing')) return false
  if (when === undefined && unless === undefined) return true
  const keys = keysGiven(world, call)
  return (
    (when === undefined || listOf(when).some((key) => keys.has(key))) && !listOf(unless).some((key) => keys.has(key))
  )
}

/** What is read of options, as literals or in a variable. */
function keysGiven(world: World, call: number): ReadonlySet<string> {
  const keys = new Set(world.code.callAt(call).keys)
  for (const id of new Set(givenTo(world, call)))
    for (const key of world.solver.fieldsOf(id)?.keys() ?? []) keys.add(key)
  return keys
}

function mayTakeFunction({ code, solver, tokenOf }: World, call: number): boolean {
  const file = code.fileOfCall(call)
  return code.callAt(call).args.some((arg) => {
    if (arg === 0) return false
    const ids = solver.at(code.slotIn(file, arg))
    return ids.length === 0 || ids.some((id) => tokenOf(id).kind !== 'object')
  })
}

/** Whether it is used up, or let go of on purpose. */
function isConsumed(inquiry: Inquiry, acquisition: Acquisition): boolean {
  return listOf(acquisition.line.consumed).some((use) => {
    if (inquiry.usesOf(acquisition, use).length === 0) return false
    // To hear that a child ends is to wait for it only where nothing keeps it for longer.
    return !isListening(use) || lifetimeOf(inquiry, acquisition) === 'function'
  })
}

function isListening(use: string): boolean {
  const { literal, path } = readWritten(use)
  return literal !== undefined || path === 'once'
}
