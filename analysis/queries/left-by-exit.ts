import type { Acquisition } from '../graph/tokens.ts'
import { SIGNALS, type Inquiry } from '../inquiry.ts'
import { isReleased } from '../verdicts/cleanup.ts'
import { lifetimeOf } from './lifetime.ts'
import { openingsOf } from './opening.ts'
import type { Exit } from './happening.ts'
import type { Program } from './programs.ts'
import { timelinesOf, type Timeline } from './timeline.ts'

/** A handler ends the process while something takes work in that nobody ever closes. */
export interface Leaving {
  readonly timeline: Timeline
  readonly exit: Exit
  readonly left: readonly [Acquisition, ...Acquisition[]]
}

const known = new WeakMap<Inquiry, readonly Leaving[]>()

export function findLeavings(inquiry: Inquiry): readonly Leaving[] {
  const before = known.get(inquiry)
  if (before) return before
  const leavings = timelinesOf(inquiry).flatMap((timeline): Leaving[] => {
    const exit = timeline.exits.find(
      (each) => !each.isFailure && !each.isTimed && !each.isGuessed && isMeant(each, timeline),
    )
    const [first, ...others] = exit ? leftOpen(inquiry, timeline) : []
    return exit && first ? [{ timeline, exit, left: [first, ...others] }] : []
  })
  known.set(inquiry, leavings)
  return leavings
}

// if (isSecondSignal) process.exit(130): where the other way lets something go, this is not how it is meant to end.
function isMeant(exit: Exit, { releases }: Timeline): boolean {
  return releases.every(
    ({ branches, isFailure }) => isFailure || exit.branches.every((each) => branches.includes(each)),
  )
}

function leftOpen(inquiry: Inquiry, { registration }: Timeline): Acquisition[] {
  if (registration.by !== 'process') return []
  const { code, acquisitions } = inquiry.world
  const heard = SIGNALS.filter((signal) => registration.signals.includes(signal))
  const programs = inquiry
    .programsWith(code.fileOfCall(registration.call).file)
    .filter(({ isService, loaded }) => isService && loaded.has(registration.call))
  const feeding = acquisitions.filter(
    (acquisition) =>
      (acquisition.line.kind === 'server' || acquisition.line.kind === 'consumer') &&
      inquiry.isJudged(code.fileOfCall(acquisition.call).file) &&
      programs.some((program) => runs(inquiry, program, acquisition.call)) &&
      openingsOf(inquiry, acquisition).length > 0 &&
      lifetimeOf(inquiry, acquisition) === 'process',
  )
  const isClosed = (acquisition: Acquisition): boolean =>
    acquisition.line.release === undefined ||
    inquiry.releasesOf(acquisition).length > 0 ||
    programs.some((program) => heard.some((signal) => isReleased(inquiry, program, acquisition, signal)))
  // What closes one and forgets another has the fault where that is made.
  return feeding.some(isClosed) ? [] : feeding
}

/** Whether starting a program leads to a call. */
export function runs({ world }: Inquiry, { files, loaded }: Program, call: number): boolean {
  return loaded.has(call) && files.has(world.code.fileOfCall(call).file)
}
