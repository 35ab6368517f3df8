import type { Evidence, Finding, Suggestion } from '../finding.ts'
import { listOf } from '../graph/lines.ts'
import type { Acquisition } from '../graph/tokens.ts'
import type { Inquiry } from '../inquiry.ts'
import { placeOfCall, written } from '../place.ts'
import { callersIn } from '../queries/callers.ts'
import { givenTo } from '../queries/given.ts'
import { findLeak, type FoundLeak } from '../queries/leak-of.ts'
import { isKeptOpen } from '../queries/kept-open.ts'
import { lifetimeOf } from '../queries/lifetime.ts'
import { isLeftToCallee } from '../queries/left-to-callee.ts'
import { isOneShot } from '../queries/one-shot.ts'
import { openingsOf } from '../queries/opening.ts'
import { ownerOf } from '../queries/owners.ts'
import { useUsing } from '../suggestions/use-using.ts'
import { wrapInFinally } from '../suggestions/wrap-in-finally.ts'
import { reasonOf } from './say-leak.ts'

/** What a function acquires it releases on every path, or hands on. */
export function judgeScoped(inquiry: Inquiry): Finding[] {
  const { world } = inquiry
  return world.acquisitions.flatMap((acquisition) => {
    const { line, transaction, call, token } = acquisition
    const { file } = world.code.fileOfCall(call)
    if (line.release === undefined || transaction || !inquiry.isJudged(file)) return []
    const lifetime = lifetimeOf(inquiry, acquisition)
    if (lifetime === 'process' || isOneShot(inquiry, file)) return []
    const openings = openingsOf(inquiry, acquisition)
    if (openings.length === 0) return []
    const releases = inquiry.releasesOf(acquisition)
    if (goesWithAnother(inquiry, acquisition)) return []
    // What happens in a callback is not followed: pool.connect((err, client, done) => …)
    if (isForCallback(inquiry, acquisition)) return []
    const isTaken = inquiry.takerOf(acquisition) !== undefined
    if (releases.length === 0)
      return isTaken || isHandedOut(inquiry, acquisition) || isLeftToCallee(world, acquisition)
        ? []
        : [say(inquiry, acquisition, undefined)]
    if (lifetime === 'kept') return []
    const leak = findLeak(inquiry, {
      token,
      home: world.code.callerOf(call),
      acquiring: new Set(openings),
      releasing: new Set(releases.map((each) => each.call)),
      returnedBy: inquiry.flowOf(acquisition).returnedBy,
    })
    return leak && !isMeantToStay(inquiry, acquisition, leak) ? [say(inquiry, acquisition, leak)] : []
  })
}

/** Whether a function returns it to callers that are not here: they are to let go of it. */
function isHandedOut(inquiry: Inquiry, acquisition: Acquisition): boolean {
  const home = inquiry.world.code.callerOf(acquisition.call)
  return inquiry.flowOf(acquisition).returnedBy.has(home) && callersIn(inquiry.world).of(home).length === 0
}

/** Whether it goes with something else that this function acquires: a page with its browser, which is one fault with it. */
function goesWithAnother({ world }: Inquiry, acquisition: Acquisition): boolean {
  const owner = ownerOf(world, acquisition)
  const home = world.code.callerOf(acquisition.call)
  return owner?.isReceiver === true && owner.acquisitions.some(({ call }) => world.code.callerOf(call) === home)
}

/** What lives as long as the process by default, and is let go where it is acquired only when that fails. */
function isMeantToStay(inquiry: Inquiry, acquisition: Acquisition, { by, fn }: FoundLeak): boolean {
  if (acquisition.line.scope === 'function' || by === 'throw') return false
  const { code } = inquiry.world
  const { call: first } = code.fileOfFunction(fn)
  const releases = new Set(inquiry.releasesOf(acquisition).map(({ call }) => call - first))
  return isKeptOpen(code.functionAt(fn).steps, (call) => releases.has(call))
}

/** Whether it is given to the function that stands last among the arguments. */
function isForCallback({ world }: Inquiry, { call, line }: Acquisition): boolean {
  const last = givenTo(world, call).at(-1)
  return line.kind !== 'timer' && last?.some(({ kind }) => kind === 'function') === true
}

function say(inquiry: Inquiry, acquisition: Acquisition, leak: FoundLeak | undefined): Finding {
  const { world } = inquiry
  const { call, line } = acquisition
  const place = placeOfCall(world, call)
  const data = { call: written(world, call), release: listOf(line.release)[0] ?? '' }
  const because: Evidence[] = [{ place, what: 'It is acquired here.' }]
  const suggestions = suggest(inquiry, acquisition, leak)
  // A timer that outlives an error is often the smallest of its troubles, and most commands end by themselves.
  const isLikely = leak ? line.kind === 'timer' && leak.by === 'throw' : line.kind === 'process'
  const confidence = isLikely ? 'likely' : 'certain'
  const base = { rule: 'require-scoped-cleanup', confidence, place, because, suggestions } as const
  if (!leak) return { ...base, verdict: 'missing', message: 'neverReleased', data }
  const reason = reasonOf(inquiry, call, leak)
  because.push(reason.because)
  if (reason.by === 'throw') {
    const { thrower } = reason
    return { ...base, verdict: 'leak-on-error', message: 'leakOnError', data: { ...data, thrower } }
  }
  const verdict = reason.isThrown ? 'leak-on-error' : 'missing'
  return { ...base, verdict, message: 'leakOnReturn', data: { ...data, line: reason.line } }
}

/** Where the language can let go of it, that alone; else the release that is there, in a `finally`. */
function suggest(inquiry: Inquiry, acquisition: Acquisition, leak: FoundLeak | undefined): Suggestion[] {
  if (leak && leak.fn !== inquiry.world.code.callerOf(acquisition.call)) return []
  const [first] = [...useUsing(inquiry, acquisition), ...wrapInFinally(inquiry, acquisition)]
  return first ? [first] : []
}
