import type { Finding, Suggestion } from '../finding.ts'
import type { Inquiry } from '../inquiry.ts'
import { placeOfCall } from '../place.ts'
import { faultsOfHandlers, type Handler } from '../queries/handlers.ts'
import { followHandler, type Wait } from '../queries/course.ts'
import { handedOver } from '../queries/handed-over.ts'
import { settlesOf } from '../queries/letting-go.ts'
import { runOnce } from '../suggestions/run-once.ts'
import { firstOfEach, type Fault } from './first-of-each.ts'
import { wayOf } from './way-of.ts'

/** A second signal does not run the shutdown again while it still waits. */
export function judgeRepetition(inquiry: Inquiry): Finding[] {
  const faults = faultsOfHandlers(inquiry, (handler) => judgeHandler(inquiry, handler))
  return [...Map.groupBy(faults, ({ about }) => about).values()].flatMap((same) => {
    return firstOfEach(same).map((finding) => ({ ...finding, suggestions: suggest(inquiry, same, finding.place) }))
  })
}

/** Of several signals that lead to the same function, that one has to know; else what each of them runs. */
function suggest(inquiry: Inquiry, same: readonly Repetition[], place: Finding['place']): Suggestion[] {
  const signals = new Set(same.flatMap(({ handler }) => handler.registration.signals))
  const [first] = same
  const shared = signals.size > 1 ? first?.ways.find((fn) => same.every(({ ways }) => ways.includes(fn))) : undefined
  const own = new Set(same.flatMap(({ handler }) => handler.registration.functions))
  const together = shared === undefined ? [] : runOnce(inquiry, [shared], place)
  return together.length > 0 ? together : runOnce(inquiry, [...own], place)
}

interface Repetition extends Fault {
  readonly handler: Handler
  /** The functions that lead to it, from the handler on. */
  readonly ways: readonly number[]
}

function judgeHandler(inquiry: Inquiry, handler: Handler): Repetition[] {
  const { registration, program, signal } = handler
  // Libraries count the signals that they hear, and `once` forgets the function.
  if (registration.by !== 'process' || /once/i.test(registration.method)) return []
  const waits = registration.functions.flatMap((fn) => followHandler(inquiry, handler, fn).waits)
  const again = [...waits, ...handedOver(inquiry, handler)].filter(
    ({ isGuarded, acquisition }) => !isGuarded && acquisition.line.repeatable !== true,
  )
  const [wait] = again
  if (!wait) return []
  const finding: Finding = {
    rule: 'no-repeated-shutdown',
    verdict: 'not-idempotent',
    message: 'notIdempotent',
    confidence: again.some((each) => minds(inquiry, each)) ? 'certain' : 'likely',
    place: placeOfCall(inquiry.world, registration.call),
    data: { signal },
    because: wayOf(inquiry, handler, wait.way, { call: wait.call, what: 'A second signal does this again.' }),
    suggestions: [],
  }
  const ways = [...registration.functions, ...[...wait.way, wait.call].map((call) => inquiry.world.code.callerOf(call))]
  return [{ about: `${program.entry} ${wait.acquisition.token}`, finding, handler, ways }]
}

/** `server.close()` alone says nothing when the server has been closed; with a callback, or a promise, it fails. */
function minds({ world }: Inquiry, { call, acquisition, name }: Wait): boolean {
  return settlesOf(acquisition, name) !== 'callback' || world.code.callAt(call).args.length > 0
}
