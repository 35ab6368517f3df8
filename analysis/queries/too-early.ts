import type { Inquiry } from '../inquiry.ts'
import type { Acquisition } from '../graph/tokens.ts'
import { dependsOn } from './depends-on.ts'
import { openingsOf } from './opening.ts'
import { isEither, type Letting } from './happening.ts'
import type { Timeline } from './timeline.ts'

/** Something is let go while what depends on it is still at work. */
export interface TooEarly {
  readonly letting: Letting
  /** The release of what depends on it. */
  readonly dependant: Letting
  /** Both have begun, and neither waits for the other. */
  readonly isSideBySide: boolean
  /** Whether there is hardly a way around that the one needs the other. */
  readonly isSure: boolean
}

/** The first are the likeliest to need it. */
const DEPENDING = ['server', 'consumer', 'schedule']
const DEPENDED_ON = new Set(['client', 'file'])
/** What one does with something that brings work in, and does none itself. */
const TAKING_IN =
  /^(on|once|off|addListener|removeListener|p?subscribe|unsubscribe|connect|open|start|init|initialize)$/

export function findTooEarly(inquiry: Inquiry, timeline: Timeline): TooEarly[] {
  const usual = timeline.releases.filter(({ isFailure, isGuessed }) => !isFailure && !isGuessed)
  const rank = ({ acquisition }: Letting): number => DEPENDING.indexOf(acquisition.line.kind)
  const dependants = usual
    .filter((each) => rank(each) !== -1 && openingsOf(inquiry, each.acquisition).length > 0)
    .sort((a, b) => rank(a) - rank(b))
  return usual.flatMap((letting) => {
    if (!isDependedOn(inquiry, letting.acquisition)) return []
    const dependant = dependants.find((other) => isTooEarly(inquiry, timeline, letting, other, usual))
    if (!dependant) return []
    const isBefore = timeline.moments.isBefore(letting.finish, dependant.start)
    const isSure =
      dependant.acquisition.line.kind === 'server' ||
      dependsOn(inquiry, dependant.acquisition, letting.acquisition) === 'surely'
    return [{ letting, dependant, isSideBySide: !isBefore && !isOwnHook(timeline, letting, dependant), isSure }]
  })
}

function isTooEarly(
  inquiry: Inquiry,
  { moments }: Timeline,
  letting: Letting,
  dependant: Letting,
  all: readonly Letting[],
): boolean {
  if (isEither(letting, dependant) || !isInOneProgram(inquiry, letting.acquisition, dependant.acquisition)) return false
  if (inquiry.takerOf(letting.acquisition)?.id === dependant.acquisition.id) return false
  if (dependsOn(inquiry, dependant.acquisition, letting.acquisition) === 'hardly') return false
  // What is closed twice counts the first time; where one function closes now this and now that, any time may be right.
  const { id } = dependant.acquisition
  const dependants = all.filter((each) => each.acquisition.id === id)
  const lettings = all.filter((each) => each.call === letting.call)
  return !lettings.some((each) => dependants.some((other) => moments.isBefore(other.drained, each.start)))
}

/** Whether a framework runs the release while it stops what depends on it. */
function isOwnHook({ moments }: Timeline, letting: Letting, dependant: Letting): boolean {
  return letting.call !== dependant.call && moments.isBefore(letting.finish, dependant.drained)
}

function isDependedOn({ world, releasesOf }: Inquiry, acquisition: Acquisition): boolean {
  const { line, token, type } = acquisition
  if (!DEPENDED_ON.has(line.kind)) return false
  const releases = new Set(releasesOf(acquisition).map(({ call }) => call))
  const uses = world.memberCalls.filter(({ thing, call }) => {
    if (releases.has(call)) return false
    const other = world.tokenOf(thing)
    return thing === token || (other.kind === 'thing' && other.acquisition === -1 && other.type === type)
  })
  const isUsed = uses.some(({ name }) => !TAKING_IN.test(name))
  return isUsed || (line.kind !== 'file' && uses.every(({ name }) => name === 'connect' || name === 'start'))
}

function isInOneProgram({ world, programsWith }: Inquiry, a: Acquisition, b: Acquisition): boolean {
  const [one, other] = [a, b].map(({ call }) => world.code.fileOfCall(call).file)
  return programsWith(one ?? '').some(({ files }) => files.has(other ?? ''))
}
