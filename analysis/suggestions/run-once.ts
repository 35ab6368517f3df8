import type { Node } from 'oxc-parser'
import type { Suggestion } from '../finding.ts'
import type { Inquiry } from '../inquiry.ts'
import { spotsAt, type Spot } from '../syntax.ts'
import { beginWith } from './begin-with.ts'
import { isFunction } from './body-of.ts'
import { lineIndentAt, semicolonIn } from './layout.ts'

const NAMES = ['isShuttingDown', 'isStopping', 'hasStopped', 'isShutdownRunning']
const METHODS = /^(MethodDefinition|PropertyDefinition|Property)$/
const LOOPS = /^(For|While|DoWhile)/

/** Lets the one function that several signals lead to return when it has begun: `once` alone runs it once for each signal. */
export function runOnce(inquiry: Inquiry, fn: number, place: { readonly file: string }): Suggestion[] {
  const { code } = inquiry.world
  const { file } = code.fileOfFunction(fn)
  const { start, end, isGenerator } = code.functionAt(fn)
  const text = inquiry.textOf(file)
  const spot = spotsAt(inquiry, file, start, end).find(({ node }) => isFunction(node))
  const before = spot && statementBefore(spot)
  const flag = NAMES.find((each) => !new RegExp(`\\b${each}\\b`).test(text))
  if (!spot || !isFunction(spot.node) || isGenerator || !before || flag === undefined) return []
  // A method may be called again on purpose, after another start.
  if (METHODS.test(spot.around[0]?.type ?? '')) return []
  const semicolon = semicolonIn(text)
  const indent = lineIndentAt(text, before.start)
  const declaring = {
    start: before.start,
    end: before.start,
    text: `let ${flag} = false${semicolon}\n${indent}`,
  }
  const lines = [`if (${flag}) return${semicolon}`, `${flag} = true${semicolon}`]
  const inside = beginWith(text, spot.node, lines)
  const elsewhere = file === place.file ? {} : { file }
  return inside ? [{ id: 'runOnce', data: { flag }, edits: [declaring, inside], ...elsewhere }] : []
}

/** Before what a variable is declared that all runs of the function share: outside of a loop in which it is written. */
function statementBefore({ node, around }: Spot): Node | undefined {
  let found: Node | undefined
  let inner = node
  for (const each of around) {
    const isBody = each.type === 'BlockStatement' || each.type === 'Program'
    if (isBody) found ??= inner.type === 'BlockStatement' ? undefined : inner
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
