import type { Node } from 'oxc-parser'
import type { Suggestion } from '../finding.ts'
import type { Acquisition } from '../graph/tokens.ts'
import type { Inquiry } from '../inquiry.ts'
import { childrenOf } from '../syntax.ts'
import { isFunction } from './body-of.ts'
import { heldVariable, outlives, type HeldVariable } from './held-variable.ts'
import { layoutOf, lineIndentAt, linesOf, moved, stepIn } from './layout.ts'
import { neverReleased } from './never-released.ts'
import { releaseStatements } from './release-statements.ts'

type Edit = Suggestion['edits'][number]
type Statement = HeldVariable['rest'][number]

/** Puts what is done with something into a `try`, and its release into the `finally`, instead of all those that are there. */
export function wrapInFinally(inquiry: Inquiry, acquisition: Acquisition): Suggestion[] {
  const held = heldVariable(inquiry, acquisition)
  if (!held || held.rest.some((each) => outlives(each, held.name))) return []
  const text = inquiry.textOf(inquiry.world.code.fileOfCall(acquisition.call).file)
  const releases = inquiry.releasesOf(acquisition).map(({ call }) => call)
  const statements = releaseStatements(inquiry, held.rest, releases)
  const written = new Set(statements.map(({ start, end }) => text.slice(start, end)))
  const [release = neverReleased(inquiry, acquisition, held, text)] = written
  if (release === undefined || statements.length < releases.length || written.size > 1) return []
  const edits =
    intoTry(text, held, statements, release) ??
    earlierTry(text, held, statements) ??
    aroundAll(text, held, statements, release)
  return edits ? [{ id: 'wrapInFinally', data: {}, edits }] : []
}

/** Adds a `finally` to the `try` that follows, where that has none. */
function intoTry(text: string, { rest }: HeldVariable, releases: readonly Node[], release: string): Edit[] | undefined {
  const [first] = rest
  if (first?.type !== 'TryStatement' || first.finalizer) return undefined
  if (releases.some(({ start, end }) => start < first.start || end > first.end)) return undefined
  const layout = layoutOf(text, first.block)
  const removed = removals(text, releases)
  if (!layout || !removed || isEmptied(first, releases)) return undefined
  const { outer, indent } = layout
  return [...removed, { start: first.end, end: first.end, text: ` finally {\n${indent}${release}\n${outer}}` }]
}

/** Begins a `try` that releases it in its `finally` where it is acquired, and not some statements later. */
function earlierTry(text: string, { rest, block }: HeldVariable, releases: readonly Node[]): Edit[] | undefined {
  const at = rest.findIndex(({ type }) => type === 'TryStatement')
  const [begun, before] = [rest[at], rest.slice(0, at)]
  const [first] = before
  const last = before.at(-1)
  if (begun?.type !== 'TryStatement' || begun.handler || !begun.finalizer || !first || !last) return undefined
  const { start, end } = begun.finalizer
  const [inner] = begun.block.body
  const isFirst = releases.some((each) => each === begun.finalizer?.body[0])
  if (!inner || !isFirst || !releases.every((each) => start <= each.start && each.end <= end)) return undefined
  const indent = lineIndentAt(text, begun.start)
  const head = `try {\n${indent}${stepIn(text)}${moved(text, first.start, begun.start, stepIn(text), block)}`
  return [{ start: first.start, end: inner.start, text: head.trimEnd() + `\n${lineIndentAt(text, inner.start)}` }]
}

/** Around all up to the last release, and what comes after it where that needs what is declared before. */
function aroundAll(
  text: string,
  { rest, block }: HeldVariable,
  releases: readonly Node[],
  release: string,
): Edit[] | undefined {
  const at = rest.findLastIndex((each) => releases.some((one) => one === each))
  const [before, after] = at === -1 ? [rest, []] : [rest.slice(0, at), rest.slice(at + 1)]
  const isApart = after.length === 0 || !mentionsAny(text, after, before.flatMap(namesIn))
  const isQuick = !after.some(hasWait)
  const body = isApart ? before : [...before, ...after]
  const nested = releases.filter((each) => each !== rest[at])
  const layout = layoutOf(text, block)
  if (rest.some((each) => isEmptied(each, nested))) return undefined
  const [first] = body
  const last = body.at(-1)
  const removed = removals(text, isApart ? nested : releases)
  if (!layout || !first || !last || !removed || !(isApart || isQuick)) return undefined
  const { indent } = layout
  const step = stepIn(text)
  const gone = (offset: number): boolean => removed.some(({ start, end }) => start <= offset && offset < end)
  const kept = cut(text, first.start, last.end, removed, moved(text, first.start, last.end, step, block, gone))
  const lines = ['try {', step + kept, '} finally {', step + release, '}']
  const end = isApart && at !== -1 ? (rest[at]?.end ?? last.end) : last.end
  return [{ start: first.start, end, text: lines.join(`\n${indent}`) }]
}

/** Of what was moved the pieces that stay: each line of a removed piece is as long as it was. */
function cut(text: string, from: number, to: number, removed: readonly Edit[], shifted: string): string {
  let result = shifted
  for (const { start, end } of removed)
    if (start >= from && end <= to) result = result.replace(text.slice(start, end), '')
  return result
}

function removals(text: string, statements: readonly Node[]): Edit[] | undefined {
  const lines = statements.flatMap((each) => linesOf(text, each) ?? [])
  return lines.length < statements.length ? undefined : lines.map((each) => ({ ...each, text: '' }))
}

/** Whether a block of it would have nothing left. */
function isEmptied(node: Node, releases: readonly Node[]): boolean {
  if (node.type === 'BlockStatement' && node.body.length > 0 && node.body.every((each) => releases.includes(each)))
    return true
  return childrenOf(node).some((child) => isEmptied(child, releases))
}

function namesIn(statement: Statement): string[] {
  if (statement.type === 'FunctionDeclaration' || statement.type === 'ClassDeclaration')
    return statement.id ? [statement.id.name] : []
  return statement.type === 'VariableDeclaration' ? statement.declarations.flatMap(({ id }) => identifiersIn(id)) : []
}

function identifiersIn(node: Node): string[] {
  return node.type === 'Identifier' ? [node.name] : childrenOf(node).flatMap(identifiersIn)
}

function mentionsAny(text: string, nodes: readonly Node[], names: readonly string[]): boolean {
  return nodes.some(({ start, end }) => names.some((each) => new RegExp(`\\b${each}\\b`).test(text.slice(start, end))))
}

function hasWait(node: Node): boolean {
  return node.type === 'AwaitExpression' || (!isFunction(node) && childrenOf(node).some(hasWait))
}
