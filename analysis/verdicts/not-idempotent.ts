import type { Finding } from '../finding.ts'
import type { Inquiry } from '../inquiry.ts'
import { placeOfCall } from '../place.ts'
import { findHandlers, type Handler } from '../queries/handlers.ts'
import { followHandler, type Wait } from '../queries/course.ts'
import { handedOver } from '../queries/handed-over.ts'
import { settlesOf } from '../queries/letting-go.ts'
import { useOnce } from '../suggestions/use-once.ts'
import { firstOfEach, type Fault } from './first-of-each.ts'
import { wayOf } from './way-of.ts'

/** A second signal does not run the shutdown again while it still waits. */
export function judgeRepetition(inquiry: Inquiry): Finding[] {
  const faults = findHandlers(inquiry).flatMap((handler) => judgeHandler(inquiry, handler))
  return [...Map.groupBy(faults, ({ about }) => about).values()].flatMap((same) => {
    const calls = same.map(({ call }) => call)
    return firstOfEach(same).map((finding) => ({ ...finding, suggestions: useOnce(inquiry, calls) }))
  })
}

function judgeHandler(inquiry: Inquiry, handler: Handler): (Fault & { readonly call: number })[] {
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
  return [{ about: `${program.entry} ${wait.acquisition.token}`, finding, call: registration.call }]
}

/** `server.close()` alone says nothing when the server has been closed; with a callback, or a promise, it fails. */
function minds({ world }: Inquiry, { call, acquisition, name }: Wait): boolean {
  return settlesOf(acquisition, name) !== 'callback' || world.code.callAt(call).args.length > 0
}
