import type { Evidence, Finding } from '../finding.ts'
import { listOf } from '../graph/lines.ts'
import type { Acquisition } from '../graph/tokens.ts'
import { SIGNALS, type Inquiry, type Signal } from '../inquiry.ts'
import { nameOfPlace, placeOfCall, releaseAsWritten, written } from '../place.ts'
import { isByReplacement } from '../queries/by-replacement.ts'
import { isGivenToUnreadable } from '../queries/given-to-unreadable.ts'
import { isOnFailure } from '../queries/kept-open.ts'
import { lifetimeOf } from '../queries/lifetime.ts'
import { mayRun } from '../queries/may-run.ts'
import { openedBy } from '../queries/opened-by.ts'
import { openingsOf } from '../queries/opening.ts'
import { ownerOf } from '../queries/owners.ts'
import type { Program } from '../queries/programs.ts'
import { standsOn } from '../queries/stands-on.ts'
import { closingsOfKeepers } from '../queries/unknown-keepers.ts'
import { handleToo } from '../suggestions/handle-too.ts'
import { heldBy } from './held-by.ts'

const FEEDING = new Set(['server', 'consumer'])

/** What lives as long as the process is released on SIGTERM and on SIGINT. */
export function judgeCleanup(inquiry: Inquiry): Finding[] {
  return inquiry.world.acquisitions.flatMap((acquisition) => {
    if (!isHeldToTheEnd(inquiry, acquisition)) return []
    const programs = inquiry
      .programsWith(fileOf(inquiry, acquisition))
      .filter(({ isService, isThread }) => isService && !isThread)
      .filter((program) => mayAcquire(inquiry, program, acquisition))
      .sort((one, other) => heardIn(inquiry, other) - heardIn(inquiry, one))
    const isShared = programs.some((program) =>
      SIGNALS.every(
        (signal) => inquiry.isHandled(program, signal) && isReleased(inquiry, program, acquisition, signal),
      ),
    )
    for (const program of programs) {
      // What one program releases, and another that handles no signal does not, is that other's fault, and said of its server.
      if (isShared && SIGNALS.every((signal) => !inquiry.isHandled(program, signal))) continue
      const finding = judgeIn(inquiry, program, acquisition)
      if (finding && isOpenedBy(inquiry, program, acquisition)) return [finding]
    }
    return []
  })
}

/** Whether it is held for as long as the process lives, and is to be let go of then. */
export function isHeldToTheEnd(inquiry: Inquiry, acquisition: Acquisition): boolean {
  const { line } = acquisition
  const isAsked = line.release !== undefined || line.kind === 'server' || line.kind === 'consumer'
  if (!isAsked || acquisition.transaction || !inquiry.isJudged(fileOf(inquiry, acquisition))) return false
  if (isAborted(inquiry, acquisition) || ownsOthers(inquiry, acquisition) || isGivenToUnreadable(inquiry, acquisition))
    return false
  if (isByReplacement(inquiry.world, acquisition)) return false
  return openingsOf(inquiry, acquisition).length > 0 && lifetimeOf(inquiry, acquisition) === 'process'
}

/** Whether a program opens it, by itself or in a thread of its own: what a thread opens, the process holds that starts it. */
export function isOpenedBy(inquiry: Inquiry, program: Program, acquisition: Acquisition): boolean {
  if (!mayAcquire(inquiry, program, acquisition)) return false
  const file = fileOf(inquiry, acquisition)
  const threads = inquiry.programsWith(file).filter(({ isThread }) => isThread)
  return openingsOf(inquiry, acquisition).some((call) =>
    [program, ...threads].some((each) => inquiry.mayHappen(each, call)),
  )
}

/** Whether of a server, too, it is said that a program handles no signals. */
function isSaidOf(inquiry: Inquiry, program: Program, server: Acquisition): boolean {
  return isHeldToTheEnd(inquiry, server) && isOpenedBy(inquiry, program, server)
}

/** Whether a program may acquire it; where another is sure to, none that only may. */
function mayAcquire(inquiry: Inquiry, program: Program, acquisition: Acquisition): boolean {
  const { call } = acquisition
  if (!mayRun(inquiry, program, inquiry.world.code.callerOf(call))) return false
  const isSure = ({ isService, isThread, loaded }: Program): boolean => isService && !isThread && loaded.has(call)
  return program.loaded.has(call) || !inquiry.programsWith(fileOf(inquiry, acquisition)).some(isSure)
}

/** Of several programs the one that hears the signals is spoken of first: there it can be put right. */
function heardIn(inquiry: Inquiry, program: Program): number {
  return SIGNALS.filter((signal) => inquiry.isHandled(program, signal)).length
}

/** Of a class that lets go of what it holds what it holds is spoken of, and not the class besides. */
function ownsOthers(inquiry: Inquiry, { type }: Acquisition): boolean {
  const { world } = inquiry
  if (!type.startsWith('class ')) return false
  const cls = Number(type.slice('class '.length))
  const own = world.code.fileOfClass(cls)
  return world.acquisitions.some((other) =>
    inquiry.releasesOf(other).some(({ call }) => {
      const file = world.code.fileOfCall(call)
      return (
        file === own && other.type !== type && world.code.functionAt(world.code.callerOf(call)).cls === cls - own.cls
      )
    }),
  )
}

// listen({ port, signal }): who aborts the signal lets go of it.
function isAborted(inquiry: Inquiry, acquisition: Acquisition): boolean {
  const { code } = inquiry.world
  return [acquisition.call, ...openingsOf(inquiry, acquisition)].some((call) =>
    code.callAt(call).keys.some((key) => key === 'signal' || key === 'abortSignal'),
  )
}

function isFeeding({ line }: Acquisition): boolean {
  return FEEDING.has(line.kind)
}

function fileOf({ world }: Inquiry, { call }: Acquisition): string {
  return world.code.fileOfCall(call).file
}

function judgeIn(inquiry: Inquiry, program: Program, acquisition: Acquisition): Finding | undefined {
  const { world } = inquiry
  const { line, call } = acquisition
  const handled = SIGNALS.filter((signal) => inquiry.isHandled(program, signal))
  const owner = ownerOf(world, acquisition)
  if (FEEDING.has(line.kind) && handled.length < 2) {
    // Of a server and what it feeds on besides the server alone is spoken of.
    const isOwned = owner?.type === undefined ? owner !== undefined : owner.acquisitions.some(isFeeding)
    const isSaid = isOwned || standsOn(inquiry, acquisition).some((each) => isSaidOf(inquiry, program, each))
    return isSaid ? undefined : judgeHandlers(inquiry, program, acquisition, handled)
  }
  const released = SIGNALS.filter((signal) => isReleased(inquiry, program, acquisition, signal))
  if (released.length === 2 || line.release === undefined) return undefined
  const releases = inquiry
    .releasesOf(acquisition)
    .filter(({ call }) => program.files.has(world.code.fileOfCall(call).file))
  const first = releases.find((each) => !isOnFailure(world, each.call)) ?? releases[0]
  const data = {
    call: written(world, standsAt(inquiry, acquisition)),
    release: releaseAsWritten(first?.name ?? listOf(line.release)[0]),
  }
  const because: Evidence[] = [
    { place: placeOfCall(world, call), what: `It is acquired here, in the program ${program.entry}.` },
  ]
  for (const each of releases)
    because.push({ place: placeOfCall(world, each.call), what: `\`${each.name}\` lets go of it.` })
  const base = {
    rule: 'require-cleanup',
    confidence: confidenceOf(acquisition),
    place: placeOfCall(world, standsAt(inquiry, acquisition)),
    because,
    suggestions: [],
    held: heldBy(inquiry, program, acquisition),
  } as const
  const [only] = released
  if (only !== undefined) {
    const calls = releases.map((each) => each.call)
    const suggestions = isAllClosed(inquiry, program, only, base.place.file)
      ? handleToo(inquiry, program, only, calls, base.place)
      : []
    return only === 'SIGTERM'
      ? { ...base, verdict: 'sigterm-only', message: 'sigtermOnly', data, suggestions }
      : { ...base, verdict: 'sigint-only', message: 'sigintOnly', data, suggestions }
  }
  if (!first) return { ...base, verdict: 'missing', message: 'missing', data }
  const where = nameOfPlace(world, first.call)
  return { ...base, verdict: 'unreachable', message: 'unreachable', data: { ...data, where } }
}

/** Of a framework's server the line that makes it listen: before that it was an object like any other. */
function standsAt(inquiry: Inquiry, acquisition: Acquisition): number {
  const { line, type, call } = acquisition
  const isFramework = line.kind === 'server' && !type.startsWith('node:') && listOf(line.opens).includes('.listen()')
  return isFramework ? (openingsOf(inquiry, acquisition)[0] ?? call) : call
}

function confidenceOf({ line }: Acquisition): Finding['confidence'] {
  return line.kind === 'timer' || line.kind === 'file' || line.kind === 'telemetry' || line.kind === 'process'
    ? 'likely'
    : 'certain'
}

function judgeHandlers(
  inquiry: Inquiry,
  program: Program,
  acquisition: Acquisition,
  handled: readonly Signal[],
): Finding {
  const { world } = inquiry
  const [opening = acquisition.call] = openingsOf(inquiry, acquisition)
  const [only] = handled
  const [verdict, message] =
    only === undefined
      ? (['missing', 'noSignalHandler'] as const)
      : only === 'SIGTERM'
        ? (['sigterm-only', 'noSigintHandler'] as const)
        : (['sigint-only', 'noSigtermHandler'] as const)
  const place = placeOfCall(world, opening)
  const data = { call: written(world, opening) }
  const because = [{ place: placeOfCall(world, acquisition.call), what: 'It is made here.' }]
  const calls = inquiry.releasesOf(acquisition).map((each) => each.call)
  const isEnough = only !== undefined && isAllClosed(inquiry, program, only, place.file)
  return {
    rule: 'require-signal-handlers',
    verdict,
    message,
    confidence: 'certain',
    place,
    data,
    because,
    suggestions: isEnough ? handleToo(inquiry, program, only, calls, place) : [],
    held: heldBy(inquiry, program, acquisition),
  }
}

/** Whether one signal closes all in a file that takes work in: else doing the same on the other leaves the same open. */
function isAllClosed(inquiry: Inquiry, program: Program, signal: Signal, file: string): boolean {
  return inquiry.world.acquisitions.every(
    (acquisition) =>
      !isFeeding(acquisition) ||
      fileOf(inquiry, acquisition) !== file ||
      acquisition.line.release === undefined ||
      openingsOf(inquiry, acquisition).length === 0 ||
      lifetimeOf(inquiry, acquisition) !== 'process' ||
      isReleased(inquiry, program, acquisition, signal),
  )
}

/** Whether a signal leads to a release of it, of what owns it, or of what took it over. */
export function isReleased(
  inquiry: Inquiry,
  program: Program,
  acquisition: Acquisition,
  signal: Signal,
  depth = 0,
): boolean {
  const { world } = inquiry
  const reach = inquiry.reachOf(program, signal)
  const letting = [...inquiry.releasesOf(acquisition).map(({ call }) => call), ...closingsOfKeepers(world, acquisition)]
  if (letting.some((call) => !inquiry.index.dead.has(call) && reach.functions.has(world.code.callerOf(call))))
    return true
  if (reach.things.has(acquisition.token)) return true
  if (program.command?.of === acquisition.type && program.command.signals.includes(signal)) return true
  for (const thing of reach.things) {
    const token = world.tokenOf(thing)
    if (token.kind === 'thing' && token.acquisition === -1 && token.type === acquisition.type) return true
  }
  const owner = ownerOf(world, acquisition)
  // Where its owner is in sight, what becomes of that is said of that.
  if (owner && (owner.type === undefined || owner.isReceiver || owner.acquisitions.length > 0)) return true
  if (owner?.type !== undefined && reach.types.has(owner.type)) return true
  const taker = depth < 5 ? (inquiry.takerOf(acquisition) ?? openedBy(inquiry, acquisition)) : undefined
  return taker !== undefined && isReleased(inquiry, program, taker, signal, depth + 1)
}
