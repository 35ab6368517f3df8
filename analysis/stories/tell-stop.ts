import type { Inquiry, Signal } from '../inquiry.ts'
import { placeOfCall, releaseAsWritten, written } from '../place.ts'
import { findCuts } from '../queries/cuts.ts'
import { ownerOf } from '../queries/owners.ts'
import type { Program } from '../queries/programs.ts'
import type { Registration } from '../queries/registrations.ts'
import { timelinesOf, type Timeline } from '../queries/timeline.ts'
import { isReleased } from '../verdicts/cleanup.ts'
import type { Held } from './held-resources.ts'
import { isMeant, rankOf, releaseOrder, type Placed } from './release-order.ts'
import type { Fate, Heard, StopStory, Written } from './story.ts'
import { tellDeadline } from './tell-deadline.ts'

/** What a program does on a signal with what it holds. */
export function tellStop(inquiry: Inquiry, program: Program, held: readonly Held[], signal: Signal): StopStory {
  const registrations = uniqueRegistrations(inquiry.registrationsOf(program, signal))
  const heard = heardBy(inquiry, program, signal, registrations)
  const timelines = timelinesOf(inquiry).filter(({ registration }) =>
    registrations.some(({ call }) => call === registration.call),
  )
  const placed = releaseOrder(timelines, new Set(held.map(({ acquisition }) => acquisition.id)))
  const cuts = new Set(timelines.flatMap((each) => findCuts(inquiry, each)).map(({ release }) => release))
  const fateOf = (each: Held): Fate => {
    if (heard.length === 0) return { state: 'cut-off' }
    if (!isReleased(inquiry, program, each.acquisition, signal))
      return { state: each.acquisition.line.release === undefined ? 'lasting' : 'left-open' }
    const own = placed.find(({ letting }) => letting.acquisition.id === each.acquisition.id)
    if (own) return fateInOrder(inquiry, own, cuts.has(own.letting.call))
    return { state: 'released', ...releaseReached(inquiry, program, each, signal), ...goesWith(inquiry, each, held) }
  }
  return {
    signal,
    heard,
    fates: withThoseThatLetGo(held.map(fateOf)),
    steps: Math.max(0, ...placed.map(({ from }) => from ?? 0)),
    exits: heard.length === 0 ? [] : exitsOf(inquiry, timelines),
    deadline: tellDeadline(inquiry, program, signal),
  }
}

/** A registration that hears a signal twice over is one. */
function uniqueRegistrations(registrations: readonly Registration[]): Registration[] {
  return [...new Map(registrations.map((each) => [each.call, each])).values()]
}

function heardBy(
  { world }: Inquiry,
  { command }: Program,
  signal: Signal,
  registrations: readonly Registration[],
): Heard[] {
  const byCode = registrations.map(({ call, by }): Heard => {
    return { by, written: written(world, call), place: placeOfCall(world, call) }
  })
  const isByCommand = command?.signals.includes(signal) === true
  return isByCommand ? [{ by: 'command', written: command.command }, ...byCode] : byCode
}

function fateInOrder({ world }: Inquiry, { letting, timeline, from, to, isNotAwaited }: Placed, isCut: boolean): Fate {
  const isItself = letting.call === timeline.registration.call
  const only = onlyWhen(letting)
  return {
    state: isCut ? 'cut-off' : 'released',
    release: {
      place: placeOfCall(world, letting.call),
      written: isItself ? releaseAsWritten(letting.name) : written(world, letting.call),
    },
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(isNotAwaited && { isNotAwaited }),
    ...(only && { only }),
  }
}

function onlyWhen(letting: Placed['letting']): Fate['only'] {
  return (['after a time', 'by name', 'on failure'] as const)[rankOf(letting) - 1]
}

/** A release that the signal reaches, in an order that nobody knows. */
function releaseReached(
  { world, index, releasesOf, reachOf }: Inquiry,
  program: Program,
  { acquisition }: Held,
  signal: Signal,
): Pick<Fate, 'release'> {
  const { functions } = reachOf(program, signal)
  const reached = releasesOf(acquisition).find(
    ({ call }) => !index.dead.has(call) && functions.has(world.code.callerOf(call)),
  )
  return reached ? { release: { place: placeOfCall(world, reached.call), written: written(world, reached.call) } } : {}
}

function goesWith(inquiry: Inquiry, { acquisition }: Held, held: readonly Held[]): Pick<Fate, 'goesWith'> {
  const owners = ownerOf(inquiry.world, acquisition)?.acquisitions ?? []
  const others = [inquiry.takerOf(acquisition), ...owners].map((each) => each?.id)
  const index = held.findIndex((each) => each.acquisition !== acquisition && others.includes(each.acquisition.id))
  return index === -1 ? {} : { goesWith: index }
}

/** What goes with another goes when that does. */
function withThoseThatLetGo(fates: readonly Fate[]): Fate[] {
  return fates.map((fate) => {
    const other = fate.goesWith === undefined ? undefined : fates[fate.goesWith]
    if (other?.from === undefined || fate.from !== undefined) return fate
    const { from, to } = other
    return { ...fate, from, ...(to !== undefined && { to }) }
  })
}

function exitsOf({ world }: Inquiry, timelines: readonly Timeline[]): Written[] {
  const calls = new Map<number, Written>()
  for (const { exits, registration } of timelines)
    for (const exit of exits.filter(isMeant)) {
      const isOther = exit.isGiven && exit.call !== registration.call
      calls.set(exit.call, {
        place: placeOfCall(world, exit.call),
        written: isOther ? 'process.exit()' : written(world, exit.call),
      })
    }
  return [...calls.values()]
}
