import type { Node } from 'oxc-parser'
import type { Suggestion } from '../finding.ts'
import type { Inquiry } from '../inquiry.ts'
import { spotsAt, type Spot } from '../syntax.ts'
import { beginWith } from './begin-with.ts'
import { isFunction, type FunctionNode } from './body-of.ts'
import { lineIndentAt, semicolonIn } from './layout.ts'

const NAMES = ['isShuttingDown', 'isStopping', 'hasStopped', 'isShutdownRunning']
const METHODS = /^(MethodDefinition|PropertyDefinition|Property)$/
const LOOPS = /^(For|While|DoWhile)/

/**
 * Lets the functions that signals lead to return when one of them has begun. `once` would not do: what is registered
 * with it is forgotten, and the second signal ends the process in the middle of it
 * (https://nodejs.org/api/process.html#signal-events).
 */
export function runOnce(
  inquiry: Inquiry,
  functions: readonly number[],
  place: { readonly file: string },
): Suggestion[] {
  const guard = guardFor(inquiry, functions)
  const inside = guard?.nodes.map((node) => beginWith(guard.text, node, guard.lines))
  if (!guard || !inside?.every((edit) => edit !== undefined)) return []
  const elsewhere = guard.file === place.file ? {} : { file: guard.file }
  return [{ id: 'runOnce', data: { flag: guard.flag }, edits: [guard.declaring, ...inside], ...elsewhere }]
}

export interface Guard {
  readonly file: string
  readonly text: string
  readonly flag: string
  /** Declares the flag before all of the functions. */
  readonly declaring: Suggestion['edits'][number]
  /** What each of them begins with. */
  readonly lines: readonly string[]
  readonly nodes: readonly FunctionNode[]
}

/** How functions of one file return when one of them has begun; undefined where that can't be written. */
export function guardFor(inquiry: Inquiry, functions: readonly number[]): Guard | undefined {
  const { code } = inquiry.world
  const [file, ...others] = new Set(functions.map((fn) => code.fileOfFunction(fn).file))
  if (file === undefined || others.length > 0) return undefined
  const text = inquiry.textOf(file)
  const spots = functions.map((fn) => spotOfFunction(inquiry, fn)).sort((one, other) => one.start - other.start)
  const nodes = spots.map(({ spot }) => spot?.node).filter((node) => node !== undefined && isFunction(node))
  const [first] = spots
  const before = first?.spot && statementBefore(first.spot)
  const flag = NAMES.find((each) => !new RegExp(`\\b${each}\\b`).test(text))
  if (!before || flag === undefined || nodes.length < spots.length) return undefined
  if (!spots.every((each) => each.isPlain && each.end <= before.scope.end)) return undefined
  const semicolon = semicolonIn(text)
  const { start } = before.statement
  const declaring = { start, end: start, text: `let ${flag} = false${semicolon}\n${lineIndentAt(text, start)}` }
  return {
    file,
    text,
    flag,
    declaring,
    lines: [`if (${flag}) return${semicolon}`, `${flag} = true${semicolon}`],
    nodes,
  }
}

function spotOfFunction(inquiry: Inquiry, fn: number) {
  const { code } = inquiry.world
  const { file } = code.fileOfFunction(fn)
  const { start, end, isGenerator } = code.functionAt(fn)
  const spot = spotsAt(inquiry, file, start, end).find(({ node }) => isFunction(node))
  // A method may be called again on purpose, after another start.
  return { start, end, spot, isPlain: !isGenerator && !METHODS.test(spot?.around[0]?.type ?? '') }
}

/**
 * Before what a variable is declared that all runs of the function share: outside of a loop in which it is written. It
 * is seen in all of `scope`.
 */
function statementBefore({ node, around }: Spot): { readonly statement: Node; readonly scope: Node } | undefined {
  let found: { readonly statement: Node; readonly scope: Node } | undefined
  let inner = node
  for (const each of around) {
    const isBody = each.type === 'BlockStatement' || each.type === 'Program'
    if (isBody && inner.type !== 'BlockStatement') found ??= { statement: inner, scope: each }
    if (LOOPS.test(each.type) || isForEach(each)) found = undefined
    else if (isFunction(each) && found) return found
    if (each.type === 'Program') return found
    inner = each
  }
  return undefined
}

// ['SIGTERM', 'SIGINT'].forEach((signal) => …)
function isForEach(node: Node): boolean {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false
  return node.callee.property.type === 'Identifier' && node.callee.property.name === 'forEach'
}
