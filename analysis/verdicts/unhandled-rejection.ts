import type { Finding } from '../finding.ts'
import type { Inquiry } from '../inquiry.ts'
import { placeOfCall, written } from '../place.ts'
import { followHandler } from '../queries/course.ts'
import { endsProcess } from '../queries/exits.ts'
import { faultsOfHandlers, type Handler } from '../queries/handlers.ts'
import { leadsOf } from '../queries/leads.ts'
import { lettingGo } from '../queries/letting-go.ts'
import type { Loss } from '../queries/outcome.ts'
import { findLosses } from '../queries/rejections.ts'
import { functionsAt } from '../queries/index-of-calls.ts'
import { addCatch } from '../suggestions/add-catch.ts'
import { together } from '../suggestions/together.ts'
import { firstOfEach, type Fault } from './first-of-each.ts'
import { wayOf } from './way-of.ts'

const LAST_RESORTS = new Set(['unhandledRejection', 'uncaughtException'])

/** A shutdown that fails is caught, by itself or by the program's last resort. */
export function judgeRejections(inquiry: Inquiry): Finding[] {
  return firstOfEach(faultsOfHandlers(inquiry, (handler) => judgeHandler(inquiry, handler)))
}

function judgeHandler(inquiry: Inquiry, handler: Handler): Fault[] {
  const { world } = inquiry
  const { registration, program, signal } = handler
  if (registration.by !== 'process') return []
  const inProgram = (file: string): boolean => program.files.has(file)
  const runs = registration.functions.map((fn) => findLosses(inquiry, fn, inProgram))
  // What an exit cuts off has no time to fail.
  const waits = new Set(
    registration.functions.flatMap((fn) => followHandler(inquiry, handler, fn).waits).map(({ call }) => call),
  )
  const losses = runs.flatMap((run) => run.losses).filter(({ release }) => waits.has(release))
  const [loss] = losses
  if (!loss) return []
  const begun = runs.flatMap((run) => run.begun)
  const resorts = lastResorts(inquiry)
    .filter(({ file }) => inProgram(file))
    .flatMap(({ functions }) => functions)
  if (resorts.some((fn) => reachesExit(inquiry, fn))) return []
  const finding: Finding = {
    rule: 'no-unhandled-shutdown-rejection',
    verdict: 'unhandled-rejection',
    message: 'unhandledRejection',
    confidence: resorts.length > 0 || isFollowed(inquiry, begun, loss) ? 'certain' : 'likely',
    place: placeOfCall(world, registration.call),
    data: { release: written(world, loss.release), signal },
    because: wayOf(inquiry, handler, loss.way, { call: loss.release, what: 'When this rejects, nobody catches it.' }),
    suggestions: together(losses.map((each) => addCatch(inquiry, world.code.fileOfCall(registration.call), each))),
  }
  const [letting] = lettingGo(inquiry).get(loss.release) ?? []
  return [{ about: `${program.entry} ${letting?.acquisition.token}`, finding }]
}

/** Whether another release was to begin later, and does not when this one rejects. */
function isFollowed(inquiry: Inquiry, begun: readonly number[], { release }: Loss): boolean {
  const releases = lettingGo(inquiry)
  const own = new Set(releases.get(release)?.map(({ acquisition }) => acquisition.token))
  return begun
    .slice(begun.indexOf(release) + 1)
    .some((call) => releases.get(call)?.every(({ acquisition }) => !own.has(acquisition.token)))
}

interface LastResort {
  readonly file: string
  readonly functions: readonly number[]
}

const known = new WeakMap<Inquiry, readonly LastResort[]>()

/** What runs when a rejection is caught by nobody: `process.on('unhandledRejection', …)`. */
function lastResorts(inquiry: Inquiry): readonly LastResort[] {
  const before = known.get(inquiry)
  if (before) return before
  const { world } = inquiry
  const found = world.externalCalls.flatMap(({ call, module, args }): LastResort[] => {
    if (module !== 'node:process') return []
    const [event] = world.code.callAt(call).literals
    if (typeof event !== 'string' || !LAST_RESORTS.has(event)) return []
    return [{ file: world.code.fileOfCall(call).file, functions: functionsAt(world, args[1] ?? 0) }]
  })
  known.set(inquiry, found)
  return found
}

function reachesExit(inquiry: Inquiry, start: number): boolean {
  const { world, index } = inquiry
  const seen = new Set([start])
  for (const fn of seen)
    for (const call of index.callsIn[fn] ?? []) {
      if (endsProcess(world, index, call)) return true
      for (const each of leadsOf(world, index, call)) seen.add(each)
    }
  return false
}
