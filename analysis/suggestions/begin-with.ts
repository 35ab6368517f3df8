import type { Node } from 'oxc-parser'
import type { Suggestion } from '../finding.ts'
import type { FunctionNode } from './body-of.ts'
import { layoutOf, lineIndentAt, moved, semicolonIn, stepIn } from './layout.ts'

type Edit = Suggestion['edits'][number]

/** Lets a function do something first: after the question whether it has begun, where it asks that. */
export function beginWith(text: string, { body, async }: FunctionNode, lines: readonly string[]): Edit | undefined {
  if (body.type === 'BlockStatement') {
    const layout = layoutOf(text, body)
    if (!layout) return onOneLine(text, body, lines)
    const { indent } = layout
    const at = afterGuard(body) ?? body.start + 1
    return { start: at, end: at, text: lines.map((line) => `\n${indent}${line}`).join('') }
  }
  // () => server.close(): what it gives is looked at by nobody.
  const { start, end } = body
  const arrow = /=>(\s*)$/.exec(text.slice(0, start))
  if (!arrow) return undefined
  const gap = arrow[1] ?? ''
  // What begins on a line of its own is where it belongs.
  const written = moved(text, start, end, gap.includes('\n') ? '' : stepIn(text), body).replace(/^void /, '')
  const statement = async && body.type !== 'AwaitExpression' ? `await ${written}` : written
  const from = start - gap.length
  return { start: from, end, text: ` ${block(text, from, [...lines, statement + semicolonIn(text)])}` }
}

/** Whether a function returns when it has begun before. */
export function asksFirst({ body }: FunctionNode): boolean {
  return body.type === 'BlockStatement' && afterGuard(body) !== undefined
}

// function stop() { server.close() }
function onOneLine(text: string, { start, end, body }: Block, lines: readonly string[]): Edit | undefined {
  const written = text.slice(start + 1, end - 1)
  if (written.includes('\n') || written.includes('//')) return undefined
  const statements = body.map((each) => text.slice(each.start, each.end))
  return { start, end, text: block(text, start, [...lines, ...statements]) }
}

function block(text: string, at: number, lines: readonly string[]): string {
  const indent = lineIndentAt(text, at)
  const inner = lines.map((line) => `\n${indent}${stepIn(text)}${line}`)
  return `{${inner.join('')}\n${indent}}`
}

type Block = Extract<Node, { type: 'BlockStatement' }>

// if (stopping) return; stopping = true
function afterGuard({ body }: Block): number | undefined {
  const [asking, setting] = body
  if (asking?.type !== 'IfStatement' || asking.alternate || !returns(asking.consequent)) return undefined
  const isSetting =
    setting?.type === 'ExpressionStatement' &&
    setting.expression.type === 'AssignmentExpression' &&
    setting.expression.right.type === 'Literal'
  return isSetting ? setting.end : undefined
}

function returns(node: Node): boolean {
  return node.type === 'ReturnStatement' || (node.type === 'BlockStatement' && node.body.some(returns))
}
