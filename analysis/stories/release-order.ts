import type { Circumstance, Exit, Letting } from '../queries/happening.ts'
import type { Timeline } from '../queries/timeline.ts'

/** A release, and when it happens in a stop. */
export interface Placed {
  readonly letting: Letting
  readonly timeline: Timeline
  /** The step in which it begins, from 1; left out when only a failure or a guess leads to it. */
  readonly from?: number
  /** The last step in which it may go on. */
  readonly to?: number
  readonly isNotAwaited: boolean
}

/** For each acquisition the release that a stop is meant to reach, with its step: a step begins when what it waits for is over. */
export function releaseOrder(timelines: readonly Timeline[], acquisitions: ReadonlySet<number>): Placed[] {
  const chosen = choose(timelines, acquisitions)
  // One call that lets go of this or of that is one step.
  const items = new Map<number, Item>()
  for (const item of chosen)
    if (rankOf(item.letting) < GUESSED && !items.has(item.letting.call)) items.set(item.letting.call, item)
  const all = [...items.values()]
  const steps = new Map<Item, number>()
  for (const item of all) stepOf(item, all, steps, new Set())
  const last = Math.max(0, ...steps.values())
  return chosen.map((item) => {
    const first = items.get(item.letting.call)
    const from = first && steps.get(first)
    if (!first || from === undefined) return { ...item, isNotAwaited: false }
    const next = all.filter((other) => isBefore(first, other)).map((other) => steps.get(other) ?? last)
    const isAwaited = next.length > 0 || isOverAtExit(item)
    return {
      ...item,
      from,
      to: next.length > 0 ? Math.max(from, Math.min(...next) - 1) : last,
      isNotAwaited: !isAwaited,
    }
  })
}

interface Item {
  readonly letting: Letting
  readonly timeline: Timeline
}

const GUESSED = 2

/** How sure it is that it happens when all goes well. */
export function rankOf({ isTimed, isGuessed, isFailure }: Circumstance): number {
  return isFailure ? 3 : isGuessed ? GUESSED : isTimed ? 1 : 0
}

function choose(timelines: readonly Timeline[], acquisitions: ReadonlySet<number>): Item[] {
  const best = new Map<number, Item>()
  for (const timeline of timelines)
    for (const letting of timeline.releases) {
      const { id } = letting.acquisition
      const known = best.get(id)
      if (acquisitions.has(id) && (!known || rankOf(letting) < rankOf(known.letting)))
        best.set(id, { letting, timeline })
    }
  return [...best.values()]
}

function stepOf(item: Item, items: readonly Item[], steps: Map<Item, number>, asking: Set<Item>): number {
  const known = steps.get(item)
  if (known !== undefined) return known
  asking.add(item)
  let step = 1
  for (const other of items)
    if (!asking.has(other) && isBefore(other, item)) step = Math.max(step, stepOf(other, items, steps, asking) + 1)
  asking.delete(item)
  steps.set(item, step)
  return step
}

/** Whether the second begins only when the first is over. */
function isBefore(a: Item, b: Item): boolean {
  const { moments, happenings } = a.timeline
  if (a === b || moments !== b.timeline.moments) return false
  // What takes no time has no moment of its own: there the order counts in which it is written.
  const isAtOnce = a.letting.finish === a.letting.start
  if (isAtOnce && happenings.indexOf(a.letting) > happenings.indexOf(b.letting)) return false
  return moments.isBefore(a.letting.finish, b.letting.start)
}

/** Whether the process is not ended before; without an exit what is open keeps it alive until then. */
function isOverAtExit({ letting, timeline: { exits, moments } }: Item): boolean {
  const meant = exits.filter(isMeant)
  return (
    letting.settles === 'sync' ||
    meant.length === 0 ||
    meant.some((exit) => moments.isBefore(letting.finish, exit.start))
  )
}

/** Whether a process is meant to end that way. */
export function isMeant(exit: Exit): boolean {
  return rankOf(exit) === 0
}
