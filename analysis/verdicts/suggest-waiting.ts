import type { Suggestion } from '../finding.ts'
import type { Inquiry } from '../inquiry.ts'
import { written } from '../place.ts'
import { isBoundedBeside } from '../queries/bounded-beside.ts'
import { followHandler } from '../queries/course.ts'
import type { Cut } from '../queries/cuts.ts'
import { findHandlers, type Handler } from '../queries/handlers.ts'
import { beginWith } from '../suggestions/begin-with.ts'
import { functionNode } from '../suggestions/body-of.ts'
import { semicolonIn } from '../suggestions/layout.ts'
import { useOnce } from '../suggestions/use-once.ts'

/** How to wait for a release before the exit, where all of it stands in one function of one file. */
export function suggestWaiting(inquiry: Inquiry, cut: Cut, call: number): Suggestion[] {
  const handler = findHandlers(inquiry).find(({ registration }) => registration.call === call)
  if (!handler) return []
  const { file } = inquiry.world.code.fileOfCall(handler.registration.call)
  return waiting(inquiry, cut, file).map((each) => ({
    ...each,
    edits: [...runningOnce(inquiry, handler), ...bounding(inquiry, cut, handler), ...each.edits],
  }))
}

/** What exits at once runs once anyway; what waits is to be told. */
function runningOnce(inquiry: Inquiry, { registration, program }: Handler): Suggestion['edits'] {
  const { call, method, signals, functions } = registration
  const others = inquiry.registrations.filter((each) => each.functions.some((fn) => functions.includes(fn)))
  const isAlone =
    others.length === 1 && signals.length === 1 && program.files.has(inquiry.world.code.fileOfCall(call).file)
  return isAlone && !/once/i.test(method) ? useOnce(inquiry, [call]).flatMap(({ edits }) => edits) : []
}

/** What is waited for from now on needs an end. */
function bounding(inquiry: Inquiry, { exit }: Cut, handler: Handler): Suggestion['edits'] {
  const { code } = inquiry.world
  const isBounded = handler.registration.functions.some((fn) => followHandler(inquiry, handler, fn).isBounded)
  const home = code.callerOf(exit.call)
  const node = functionNode(inquiry, home)
  const text = inquiry.textOf(code.fileOfFunction(home).file)
  if (isBounded || isBoundedBeside(inquiry, handler) || node?.body.type !== 'BlockStatement') return []
  const edit = beginWith(text, node, [`setTimeout(() => process.exit(1), 30_000)${semicolonIn(text)}`])
  return edit?.start === edit?.end && edit ? [edit] : []
}

function waiting(inquiry: Inquiry, { exit, letting, release }: Cut, file: string): Suggestion[] {
  const { code } = inquiry.world
  if (!letting || code.fileOfCall(release).file !== file || code.callerOf(release) !== code.callerOf(exit.call))
    return []
  const text = inquiry.textOf(file)
  const data = { release: written(inquiry.world, release) }
  const { isAsync } = code.functionAt(code.callerOf(release))
  const fact = code.callAt(release)
  if (letting.settles === 'promise') {
    const outer = outermost(inquiry, release)
    if (!isAsync || outer.settle !== 'floating') return []
    const isVoid = text.slice(0, outer.start).endsWith('void ')
    const edit = { start: outer.start - (isVoid ? 5 : 0), end: outer.start, text: 'await ' }
    return [{ id: 'awaitRelease', data, edits: [edit] }]
  }
  const [callee, bare] = text.slice(fact.start, fact.end).split(/(\(\s*\))$/)
  if (callee === undefined || bare === undefined || exit.isGiven) return []
  if (isAsync) {
    if (fact.settle !== 'awaited' && fact.settle !== 'floating') return []
    const promise = `new Promise((resolve) => ${callee}(resolve))`
    const edit = { start: fact.start, end: fact.end, text: fact.settle === 'awaited' ? promise : `await ${promise}` }
    return [{ id: 'awaitRelease', data, edits: [edit] }]
  }
  const { start, end } = code.callAt(exit.call)
  if (fact.settle !== 'floating' || !/^;?\s*$/.test(text.slice(fact.end, start))) return []
  const edit = { start: fact.end - bare.length, end, text: `(() => ${text.slice(start, end)})` }
  return [{ id: 'exitInCallback', data, edits: [edit] }]
}

/** The call whose result is looked at in the end: `Promise.all()` around the release. */
function outermost({ world: { code } }: Inquiry, call: number) {
  const first = code.fileOfCall(call).call
  let fact = code.callAt(call)
  while (fact.within !== -1 && fact.settle === 'used') fact = code.callAt(first + fact.within)
  return fact
}
