import type { Suggestion } from '../finding.ts'
import type { Inquiry } from '../inquiry.ts'
import { written } from '../place.ts'
import { isBoundedBeside } from '../queries/bounded-beside.ts'
import { followHandler } from '../queries/course.ts'
import type { Cut } from '../queries/cuts.ts'
import { findHandlers, type Handler } from '../queries/handlers.ts'
import { asksFirst, beginWith } from '../suggestions/begin-with.ts'
import { functionNode } from '../suggestions/body-of.ts'
import { semicolonIn } from '../suggestions/layout.ts'
import { guardFor, type Guard } from '../suggestions/run-once.ts'

/** How to wait for a release before the exit, where all of it stands in one function of one file. */
export function suggestWaiting(inquiry: Inquiry, cut: Cut, call: number): Suggestion[] {
  const handler = findHandlers(inquiry).find(({ registration }) => registration.call === call)
  if (!handler) return []
  const { file } = inquiry.world.code.fileOfCall(handler.registration.call)
  return waiting(inquiry, cut, file).map((each) => ({
    ...each,
    edits: [...beginning(inquiry, cut, handler), ...each.edits],
  }))
}

/** What exits at once runs once anyway, and needs no end: what waits from now on needs both. */
function beginning(inquiry: Inquiry, { exit }: Cut, handler: Handler): Suggestion['edits'] {
  const { code } = inquiry.world
  const home = code.callerOf(exit.call)
  const text = inquiry.textOf(code.fileOfFunction(home).file)
  const guard = isRepeated(inquiry, home, handler) ? guardOf(inquiry, home, handler) : undefined
  const node = functionNode(inquiry, home)
  const bound = isBounded(inquiry, handler) ? [] : [`setTimeout(() => process.exit(1), 30_000)${semicolonIn(text)}`]
  const isHere = node !== undefined && guard?.nodes.length === 1 && guard.nodes[0]?.start === node.start
  const apart = guard && !isHere ? guard.nodes.map((each) => beginWith(guard.text, each, guard.lines)) : []
  const lines = [...(isHere ? guard.lines : []), ...bound]
  if (node?.body.type !== 'BlockStatement') return []
  const inside = lines.length > 0 ? [beginWith(text, node, lines)] : []
  const edits = [...(guard ? [guard.declaring] : []), ...apart, ...inside]
  return edits.every((edit) => edit !== undefined) && inside.every((edit) => edit?.start === edit?.end) ? edits : []
}

/** Where the exit stands all signals come by; a method may be called again on purpose, so there each handler asks. */
function guardOf(inquiry: Inquiry, home: number, { registration }: Handler): Guard | undefined {
  const { file } = inquiry.world.code.fileOfFunction(home)
  const guard = guardFor(inquiry, [home]) ?? guardFor(inquiry, registration.functions)
  return guard?.file === file ? guard : undefined
}

/** Whether a second signal runs it again: unless it was registered with `once`, or something on the way asks for it. */
function isRepeated(inquiry: Inquiry, home: number, { registration, program }: Handler): boolean {
  const nodes = [home, ...registration.functions].map((fn) => functionNode(inquiry, fn))
  if (/once/i.test(registration.method) || nodes.some((node) => node && asksFirst(node))) return false
  return program.files.has(inquiry.world.code.fileOfCall(registration.call).file)
}

function isBounded(inquiry: Inquiry, handler: Handler): boolean {
  const { functions } = handler.registration
  return functions.some((fn) => followHandler(inquiry, handler, fn).isBounded) || isBoundedBeside(inquiry, handler)
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
