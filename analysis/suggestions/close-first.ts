import type { Node } from 'oxc-parser'
import type { Suggestion } from '../finding.ts'
import type { Inquiry } from '../inquiry.ts'
import { written } from '../place.ts'
import type { Letting } from '../queries/happening.ts'
import { spotOfCall, type Spot } from '../syntax.ts'
import { lineIndentAt, linesOf, semicolonIn, withCommentsAbove } from './layout.ts'

type Edit = Suggestion['edits'][number]
type Statement = Extract<Node, { type: 'ExpressionStatement' }>
type Call = Extract<Node, { type: 'CallExpression' }>

/**
 * Lets go of something when what depends on it has closed: moves the one statement below the other that is waited for,
 * or takes the one promise out of the list in which both are waited for.
 */
export function closeFirst(inquiry: Inquiry, letting: Letting, dependant: Letting): Suggestion[] {
  const { code } = inquiry.world
  const { file } = code.fileOfCall(letting.call)
  const early = spotOfCall(inquiry, letting.call)
  const late = spotOfCall(inquiry, dependant.call)
  if (letting.call === dependant.call || code.fileOfCall(dependant.call).file !== file) return []
  // await server.close(): it returns before it has closed.
  if (dependant.settles === 'callback' && code.callAt(dependant.call).args.length === 0) return []
  const text = inquiry.textOf(file)
  const edits = early && late ? (belowIt(text, early, late) ?? outOfList(text, early, late)) : undefined
  const data = { dependant: written(inquiry.world, dependant.acquisition.call) }
  return edits ? [{ id: 'closeFirst', data, edits }] : []
}

/** await pool.end(); await server.close() */
function belowIt(text: string, early: Spot, late: Spot): Edit[] | undefined {
  const [first, second] = [awaitedIn(early), awaitedIn(late)]
  if (!first || first.body !== second?.body || first.statement.start >= second.statement.start) return undefined
  const [own, other] = [linesOf(text, first.statement), linesOf(text, second.statement)]
  if (!own || !other || !text.slice(0, other.end).endsWith('\n')) return undefined
  const start = withCommentsAbove(text, own.start)
  return [
    { start, end: own.end, text: '' },
    { start: other.end, end: other.end, text: text.slice(start, own.end) },
  ]
}

/** await Promise.all([server.close(), pool.end()]) */
function outOfList(text: string, early: Spot, late: Spot): Edit[] | undefined {
  const [found, other] = [awaitedIn(early), awaitedIn(late)]
  if (!found || found.statement !== other?.statement || !linesOf(text, found.statement)) return undefined
  const all = found.awaited
  const [list, ...others] = all.type === 'CallExpression' ? all.arguments : []
  const waits = all.type === 'CallExpression' ? waitsForAll(text, all) : undefined
  if (!waits || list?.type !== 'ArrayExpression' || others.length > 0) return undefined
  const elements = list.elements.filter((each) => each !== null)
  const own = elements.findIndex((each) => contains(each, early.node))
  const element = elements[own]
  const isApart = elements.some((each, at) => at !== own && contains(each, late.node))
  if (!element || !isApart || element.type === 'SpreadElement' || elements.length < list.elements.length)
    return undefined
  const taken = text.slice(element.start, element.end)
  const { end } = found.statement
  // What never fails together is to fail no more alone.
  const alone = waits === 'all' ? taken : `Promise.allSettled([${taken}])`
  const below = `\n${lineIndentAt(text, found.statement.start)}await ${alone}${semicolonIn(text)}`
  return [...withoutElement(text, all, elements, own, waits), { start: end, end, text: below }]
}

function withoutElement(
  text: string,
  all: Node,
  elements: readonly Node[],
  own: number,
  waits: 'all' | 'allSettled',
): Edit[] {
  const [one, other] = elements
  const left = own === 0 ? other : one
  if (elements.length === 2 && left && waits === 'all' && !text.slice(left.start, left.end).includes('\n'))
    return [{ start: all.start, end: all.end, text: text.slice(left.start, left.end) }]
  const [before, element, after] = [elements[own - 1], elements[own], elements[own + 1]]
  if (!element) return []
  if (after) return [{ start: element.start, end: after.start, text: '' }]
  return [{ start: before?.end ?? element.start, end: element.end, text: '' }]
}

function waitsForAll(text: string, { callee }: Call): 'all' | 'allSettled' | undefined {
  const name = text.slice(callee.start, callee.end)
  return name === 'Promise.all' ? 'all' : name === 'Promise.allSettled' ? 'allSettled' : undefined
}

/** The statement that waits for what the call gives, and does nothing besides. */
function awaitedIn({ around }: Spot): { statement: Statement; body: Node; awaited: Node } | undefined {
  const at = around.findIndex(({ type }) => type === 'ExpressionStatement')
  const [statement, body] = [around[at], around[at + 1]]
  if (statement?.type !== 'ExpressionStatement' || (body?.type !== 'BlockStatement' && body?.type !== 'Program'))
    return statementAround(around.slice(at + 1))
  return statement.expression.type === 'AwaitExpression'
    ? { statement, body, awaited: statement.expression.argument }
    : statementAround(around.slice(at + 1))
}

/** The call may stand in a function of its own: `await new Promise((resolve) => { server.close(resolve) })`. */
function statementAround(around: readonly Node[]): ReturnType<typeof awaitedIn> {
  const at = around.findIndex(({ type }) => type === 'AwaitExpression')
  const node = around[at]
  return node && awaitedIn({ node, around: around.slice(at) })
}

function contains(outer: Node, inner: Node): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}
