import type { Finding } from '../finding.ts'
import { listOf } from '../graph/lines.ts'
import type { Acquisition } from '../graph/tokens.ts'
import { SIGNALS, type Inquiry, type Signal } from '../inquiry.ts'
import { placeOfCall, written } from '../place.ts'
import { findHandlers } from '../queries/handlers.ts'
import { settlesOf } from '../queries/letting-go.ts'
import { runs } from '../queries/left-by-exit.ts'
import { lifetimeOf } from '../queries/lifetime.ts'
import { openingsOf } from '../queries/opening.ts'
import { mayEnd } from '../queries/process-ends.ts'
import type { Program } from '../queries/programs.ts'
import type { Registration } from '../queries/registrations.ts'
import { isReleased } from './cleanup.ts'

/** What keeps a process alive, the most telling first. */
const HOLDING = ['server', 'consumer', 'schedule', 'timer', 'client', 'file']

/** A handler takes the default away, which ends the process: so the process must end in another way. */
export function judgeExit(inquiry: Inquiry): Finding[] {
  const said = new Set<string>()
  return findHandlers(inquiry).flatMap(({ registration }) => {
    const key = keyOf(inquiry, registration)
    if (registration.by !== 'process' || registration.functions.length === 0 || said.has(key)) return []
    const finding = judgeRegistration(inquiry, registration)
    if (finding) said.add(key)
    return finding ?? []
  })
}

/** The functions that it runs, or, when those only call others, these: one fault of several handlers is told once. */
function keyOf({ world, index }: Inquiry, { functions }: Registration): string {
  const called = functions.flatMap((fn) =>
    (index.callsIn[fn] ?? []).flatMap((call) => [...(world.targets.get(call) ?? [])]),
  )
  return (called.length > 0 ? called : functions).toSorted((a, b) => a - b).join()
}

function judgeRegistration(inquiry: Inquiry, registration: Registration): Finding | undefined {
  for (const signal of SIGNALS) {
    if (!registration.signals.includes(signal)) continue
    for (const program of inquiry.programs) {
      if (!program.isService || !runs(inquiry, program, registration.call) || mayEnd(inquiry, program, signal)) continue
      const open = openAfter(inquiry, program, signal)
      if (open.length > 0) return say(inquiry, registration, program, signal, open)
    }
  }
  return undefined
}

/** What still holds the process when all that the signal leads to has been done. */
function openAfter(inquiry: Inquiry, program: Program, signal: Signal): Acquisition[] {
  const { code, acquisitions } = inquiry.world
  return acquisitions
    .filter(
      (acquisition) =>
        runs(inquiry, program, acquisition.call) &&
        inquiry.isJudged(code.fileOfCall(acquisition.call).file) &&
        isHolding(inquiry, acquisition) &&
        openingsOf(inquiry, acquisition).length > 0 &&
        lifetimeOf(inquiry, acquisition) === 'process' &&
        !isReleased(inquiry, program, acquisition, signal),
    )
    .sort((a, b) => HOLDING.indexOf(a.line.kind) - HOLDING.indexOf(b.line.kind) || a.call - b.call)
}

function isHolding({ releasesOf }: Inquiry, acquisition: Acquisition): boolean {
  const { line, transaction } = acquisition
  const { kind, scope, release, consumed } = line
  if (!HOLDING.includes(kind) || scope === 'function' || transaction || release === undefined) return false
  // setInterval(…).unref()
  if (releasesOf(acquisition).some(({ name }) => listOf(consumed).some((each) => each === name))) return false
  // What is let go without waiting, as a file that is a database, has nothing that the process would wait for.
  return kind !== 'client' || listOf(release).some((each) => settlesOf(acquisition, each) !== 'sync')
}

function say(
  { world }: Inquiry,
  { call, functions }: Registration,
  program: Program,
  signal: Signal,
  open: readonly Acquisition[],
): Finding {
  const place = placeOfCall(world, call)
  const [first] = open
  return {
    rule: 'require-exit',
    verdict: 'no-exit',
    message: 'noExit',
    confidence: functions.length === 1 ? 'certain' : 'likely',
    place,
    data: { signal, call: first ? written(world, first.call) : '' },
    because: [
      { place, what: `With this, ${signal} no longer ends the program ${program.entry} by itself; and nothing exits.` },
      ...open.map((each) => ({ place: placeOfCall(world, each.call), what: 'This is still open, and holds it.' })),
    ],
    suggestions: [],
  }
}
