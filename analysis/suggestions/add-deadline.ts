import type { Suggestion } from '../finding.ts'
import type { Inquiry } from '../inquiry.ts'
import { callersIn } from '../queries/callers.ts'
import { findHandlers, type Handler } from '../queries/handlers.ts'
import { timelinesOf } from '../queries/timeline.ts'
import { spotsAt } from '../syntax.ts'
import { beginWith } from './begin-with.ts'
import { bodyOf, functionNode, isFunction } from './body-of.ts'
import { semicolonIn } from './layout.ts'

/** Some name that is not Node's own. */
const OWN_TIMER = /\b(import|const|let|var|function)\b[^=;]*\bsetTimeout\b/

/** Sets a timer that exits, as the first thing that the handler does, or what it calls at once. */
export function addDeadline(
  inquiry: Inquiry,
  { registration }: Handler,
  way: readonly number[],
  place: { readonly file: string },
): Suggestion[] {
  const { world } = inquiry
  for (const fn of beginnings(inquiry, registration.functions, way)) {
    const { file } = world.code.fileOfFunction(fn)
    const text = inquiry.textOf(file)
    const node = functionNode(inquiry, fn)
    if (!node || OWN_TIMER.test(text)) continue
    const timer = `setTimeout(() => process.exit(1), 30_000)${exits(inquiry, registration.call) ? '' : '.unref()'}`
    const edit = beginWith(text, node, [timer + semicolonIn(text)])
    const elsewhere = file === place.file ? {} : { file }
    if (edit) return [{ id: 'addDeadline', data: {}, edits: [edit], ...elsewhere }]
  }
  return []
}

/** What several handlers only call has one timer for them all. */
function beginnings(inquiry: Inquiry, functions: readonly number[], [call]: readonly number[]): number[] {
  const { code, targets } = inquiry.world
  const [handler] = functions
  if (handler === undefined || functions.length > 1) return []
  const called = call === undefined ? [] : [...(targets.get(call) ?? [])].filter((fn) => fn >= 0)
  const [next] = called
  if (next === undefined || called.length > 1 || code.functionAt(next).cls !== -1 || isGiven(inquiry, next))
    return [handler]
  if (isCalledElsewhere(inquiry, next)) return [handler]
  const statements = bodyOf(inquiry, handler)?.body ?? []
  return statements.length < 2 ? [next, handler] : [handler, next]
}

/** Whether something other than a handler calls it: a restart that stops first is not to end by the timer. */
function isCalledElsewhere(inquiry: Inquiry, fn: number): boolean {
  const { world } = inquiry
  const handlers = new Set(findHandlers(inquiry).flatMap(({ registration }) => registration.functions))
  return callersIn(world)
    .of(fn)
    .some((call) => !handlers.has(world.code.callerOf(call)))
}

// steps.reduce((before, step) => …): one of the details of the call.
function isGiven(inquiry: Inquiry, fn: number): boolean {
  const { code } = inquiry.world
  const { start, end } = code.functionAt(fn)
  const spot = spotsAt(inquiry, code.fileOfFunction(fn).file, start, end).find(({ node }) => isFunction(node))
  return spot?.around[0]?.type === 'CallExpression'
}

/** Whether the handler ends the process itself: else the timer must not be what keeps it alive. */
function exits(inquiry: Inquiry, call: number): boolean {
  return timelinesOf(inquiry)
    .filter(({ registration }) => registration.call === call)
    .some((timeline) =>
      timeline.exits.some(
        ({ isFailure, isTimed, isGuessed, branches }) => !isFailure && !isTimed && !isGuessed && branches.length === 0,
      ),
    )
}
