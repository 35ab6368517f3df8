import type { Node } from 'oxc-parser'
import type { Finding } from '../finding.ts'
import type { Inquiry } from '../inquiry.ts'
import { placeOfCall } from '../place.ts'
import { deadlineOption, type DeadlineOption } from '../queries/deadline-option.ts'
import { isBoundedBeside } from '../queries/bounded-beside.ts'
import { faultsOfHandlers, type Handler } from '../queries/handlers.ts'
import { typeOf } from '../queries/registrations.ts'
import { boundBeside } from '../suggestions/bound-beside.ts'
import { toNumber } from '../suggestions/to-number.ts'
import { judgeHooks } from './endless-polling.ts'
import { judgeWaits, WAITING } from './endless-waits.ts'
import { firstOfEach, type Fault } from './first-of-each.ts'

const BASE = { rule: 'require-shutdown-deadline', verdict: 'no-deadline' } as const
/** What starts something was not written for its shutdown. */
const STARTING = /^(start|listen|run|apply)/

/** What a signal starts and waits for takes a bounded time. */
export function judgeDeadline(inquiry: Inquiry): Finding[] {
  return firstOfEach(faultsOfHandlers(inquiry, (handler) => endlessWaitsOf(inquiry, handler)))
}

/** What a handler waits for that nothing ends. */
export function endlessWaitsOf(inquiry: Inquiry, handler: Handler): Fault[] {
  const { library } = handler.registration
  if (isEndedByLibrary(inquiry, handler)) return []
  return library ? judgeLibrary(inquiry, handler) : judgeWaits(inquiry, handler, WAITING)
}

/** A library with a deadline, beside this handler, ends the process whatever happens here. */
function isEndedByLibrary(inquiry: Inquiry, { registration, program, signal }: Handler): boolean {
  return inquiry
    .registrationsOf(program, signal)
    .some(
      ({ call, library }) =>
        call !== registration.call && library && typeof library.deadlineMs === 'number' && !library.bounds,
    )
}

function judgeLibrary(inquiry: Inquiry, handler: Handler): Fault[] {
  const { call, library, by } = handler.registration
  if (!library) return []
  const name = library.deadlineOption
  const option = name === undefined ? undefined : deadlineOption(inquiry, call, name)
  if (option?.isText) return [judgeText(inquiry, handler, option)]
  if (by === 'framework')
    return library.deadlineMs !== false || isBoundedBeside(inquiry, handler)
      ? []
      : [...judgeSwitch(inquiry, handler), ...judgeHooks(inquiry, handler)]
  if (library.deadlineMs === false || option?.isEndless) return judgeWaits(inquiry, handler, WAITING)
  const others = new Set([...WAITING].filter((kind) => kind !== library.bounds))
  return library.bounds ? judgeWaits(inquiry, handler, others) : []
}

/** `app.enableShutdownHooks()` waits for all that the framework closes; whether that is for the project to bound, one may ask. */
function judgeSwitch(inquiry: Inquiry, { registration, signal }: Handler): Fault[] {
  const { world } = inquiry
  const [thing] = registration.things
  const [release] = thing === undefined ? [] : (typeOf(world, thing)?.releases.keys() ?? [])
  const { text, name } = world.code.callAt(registration.call)
  if (release === undefined || STARTING.test(name)) return []
  const place = placeOfCall(world, registration.call)
  const because = [{ place, what: `On ${signal} this waits for all that the framework closes.` }]
  const data = { release: `${text.slice(0, -name.length)}${release}()`, signal }
  const finding: Finding = {
    ...BASE,
    message: 'noDeadline',
    confidence: 'likely',
    place,
    data,
    because,
    suggestions: boundBeside(inquiry, registration, place),
  }
  return [{ about: `${thing}`, finding }]
}

function judgeText(inquiry: Inquiry, { registration }: Handler, option: DeadlineOption): Fault {
  const { world } = inquiry
  const { call, library } = registration
  const place = placeOfCall(world, call)
  const text = inquiry.textOf(place.file)
  const asked = option.value && subjectOf(option.value)
  const deadline = asked ? text.slice(asked.start, asked.end) : (library?.deadlineOption ?? '')
  const because = [{ place, what: 'A text of the environment gets here, and is compared as if it were a number.' }]
  const suggestions = toNumber(text, option.value, library?.deadlineMs ?? false)
  const message = 'stringDeadline'
  const finding: Finding = { ...BASE, message, confidence: 'certain', place, data: { deadline }, because, suggestions }
  return { about: `${call}`, finding }
}

// process.env.GRACE ?? 500
function subjectOf(value: Node): Node {
  return value.type === 'LogicalExpression' ? subjectOf(value.left) : value
}
