import type { Inquiry } from '../inquiry.ts'
import { releasesAt } from './follow-release.ts'
import { isEither, type Exit, type Letting } from './happening.ts'
import type { Registration } from './registrations.ts'
import type { Timeline } from './timeline.ts'

/** A release that an exit does not let finish. */
export interface Cut {
  readonly exit: Exit
  readonly release: number
  /** Left out: it never begins. */
  readonly letting?: Letting
}

/** What takes work in: it is worth waiting for, however long the exit waits for other things. */
const FEEDING = new Set(['server', 'consumer'])

export function findCuts(inquiry: Inquiry, timeline: Timeline): Cut[] {
  return meantExits(timeline).flatMap((exit): Cut[] => [
    ...timeline.releases
      .filter((letting) => isCut(inquiry, timeline, letting, exit))
      .map((letting) => ({ exit, letting, release: letting.call })),
    ...timeline.dead
      .filter((each) => each.exit === exit.call && releasesAt(inquiry, each.release).length > 0)
      .map(({ release }) => ({ exit, release })),
  ])
}

/** What another handler of the same signal closes meanwhile. */
export function findCutsOfOthers(inquiry: Inquiry, timeline: Timeline, all: readonly Timeline[]): Cut[] {
  const { registration, releases } = timeline
  const exit = meantExits(timeline).find(({ branches }) => branches.length === 0)
  if (!exit || registration.by !== 'process') return []
  const own = new Set(releases.map(({ acquisition }) => acquisition.id))
  return all
    .filter((other) => areTogether(inquiry, registration, other.registration))
    .flatMap((other) => other.releases)
    .filter(
      ({ acquisition, isFailure, isGuessed, settles }) =>
        FEEDING.has(acquisition.line.kind) &&
        !own.has(acquisition.id) &&
        !isFailure &&
        !isGuessed &&
        settles !== 'sync',
    )
    .map((letting) => ({ exit, letting, release: letting.call }))
}

function areTogether({ programsWith, world }: Inquiry, a: Registration, b: Registration): boolean {
  if (a.call === b.call || b.by !== 'process' || a.functions.some((fn) => b.functions.includes(fn))) return false
  if (!a.signals.some((signal) => b.signals.includes(signal))) return false
  const files = [a, b].map(({ call }) => world.code.fileOfCall(call))
  // The first of a cluster and its workers share their files, and are processes apart.
  if (files.some(({ facts }) => facts.imports.some(({ from }) => /^(node:)?cluster$/.test(from)))) return false
  return programsWith(world.code.fileOfCall(a.call).file).some(({ begun }) => begun.has(a.call) && begun.has(b.call))
}

function meantExits({ exits }: Timeline): Exit[] {
  return exits.filter(({ isFailure, isTimed, isGuessed }) => !isFailure && !isTimed && !isGuessed)
}

function isCut(inquiry: Inquiry, { moments, happenings, releases }: Timeline, letting: Letting, exit: Exit): boolean {
  if (letting.isFailure || letting.isGuessed || letting.settles === 'sync' || isEither(letting, exit)) return false
  // if (isSecondSignal) process.exit(1): that is not how it is meant to end.
  if (!exit.branches.every((each) => letting.branches.includes(each))) return false
  if (!moments.isBefore(letting.start, exit.start) || moments.isBefore(letting.finish, exit.start)) return false
  if (happenings.indexOf(letting) > happenings.indexOf(exit)) return false
  const { line } = letting.acquisition
  if (!FEEDING.has(line.kind)) return moments.isSameTurn(letting.start, exit.start)
  return !releases.some((other) => moments.isBefore(other.finish, exit.start) && covers(inquiry, other, letting))
}

/** Whether with one thing another is closed, too: with socket.io its HTTP server, with that the WebSockets on it. */
function covers({ takerOf }: Inquiry, { acquisition: other }: Letting, { acquisition }: Letting): boolean {
  if (other.id === acquisition.id) return true
  if (takerOf(acquisition)?.id === other.id || takerOf(other)?.id === acquisition.id) return true
  return acquisition.line.clients !== undefined && other.line.kind === 'server'
}
