import type { Evidence, Finding } from '../finding.ts'
import type { Inquiry } from '../inquiry.ts'
import { placeOfCall, written } from '../place.ts'
import { findCuts, findCutsOfOthers, type Cut } from '../queries/cuts.ts'
import { findLeavings, type Leaving } from '../queries/left-by-exit.ts'
import type { Exit } from '../queries/happening.ts'
import { timelinesOf, type Timeline } from '../queries/timeline.ts'
import { suggestWaiting } from './suggest-waiting.ts'

/** Nothing ends the process before what was asked to close has closed. */
export function judgeExitBeforeDrain(inquiry: Inquiry): Finding[] {
  const leavings = new Map(findLeavings(inquiry).map((leaving) => [leaving.timeline, leaving]))
  const said = new Set<string>()
  const timelines = timelinesOf(inquiry)
  return timelines.flatMap((timeline) => {
    const [own] = findCuts(inquiry, timeline)
    const cut = own ?? findCutsOfOthers(inquiry, timeline, timelines)[0]
    const leaving = leavings.get(timeline)
    if (!cut && !leaving) return []
    // One function for several signals, or one helper that several handlers call, is one fault.
    const key = cut ? `${cut.exit.call} ${cut.release}` : `${leaving?.exit.call ?? -1}`
    if (said.has(key)) return []
    said.add(key)
    return cut ? [sayCut(inquiry, timeline, cut, cut === own)] : leaving ? [sayLeaving(inquiry, leaving)] : []
  })
}

function sayCut(inquiry: Inquiry, { registration }: Timeline, cut: Cut, isOwn: boolean): Finding {
  const { world } = inquiry
  const { exit, letting, release } = cut
  const place = placeOfCall(world, registration.call)
  const isByCallback = isOwn && letting?.settles === 'callback'
  return {
    rule: 'no-exit-before-drain',
    verdict: 'exit-before-drain',
    message: isByCallback ? 'exitBeforeCallback' : 'exitBeforeDrain',
    confidence: letting?.isTimed === true || !isOwn ? 'likely' : 'certain',
    place,
    data: { exit: writtenExit(inquiry, exit), release: written(world, release) },
    because: [
      heard(place, registration.signals),
      { place: placeOfCall(world, release), what: fateOf(cut, isOwn) },
      { place: placeOfCall(world, exit.call), what: 'The process ends here.' },
    ],
    suggestions: suggestWaiting(inquiry, cut, registration.call),
  }
}

function fateOf({ letting }: Cut, isOwn: boolean): string {
  if (!letting) return 'This is never come to.'
  if (!isOwn) return 'Another handler begins to close this, and the exit does not wait for that.'
  if (letting.settles === 'callback') return 'This begins to close, returns no promise, and is not waited for.'
  return 'This begins to close, and is not waited for.'
}

function sayLeaving(inquiry: Inquiry, { timeline, exit, left }: Leaving): Finding {
  const { world } = inquiry
  const { call, signals } = timeline.registration
  const place = placeOfCall(world, call)
  return {
    rule: 'no-exit-before-drain',
    verdict: 'exit-before-drain',
    message: 'exitWithoutClose',
    confidence: exit.branches.length === 0 ? 'certain' : 'likely',
    place,
    data: { exit: writtenExit(inquiry, exit), call: written(world, left[0].call) },
    because: [
      heard(place, signals),
      { place: placeOfCall(world, exit.call), what: 'The process ends here.' },
      ...left.map((each) => ({
        place: placeOfCall(world, each.call),
        what: 'This takes work in, and nothing closes it.',
      })),
    ],
    suggestions: [],
  }
}

function heard(place: Finding['place'], signals: readonly string[]): Evidence {
  return { place, what: `This runs on ${signals.join(' and ')}.` }
}

function writtenExit({ world }: Inquiry, { call, isGiven }: Exit): string {
  return isGiven ? 'process.exit()' : written(world, call)
}
