import type { Node } from 'oxc-parser'
import type { Inquiry } from '../inquiry.ts'
import { spotsAt } from '../syntax.ts'

/** The block that is a function's body; none for `() => app.close()`. */
export function bodyOf(inquiry: Inquiry, fn: number): Extract<Node, { type: 'BlockStatement' }> | undefined {
  const body = functionNode(inquiry, fn)?.body
  return body?.type === 'BlockStatement' ? body : undefined
}

export function functionNode(inquiry: Inquiry, fn: number): FunctionNode | undefined {
  const { code } = inquiry.world
  const { start, end } = code.functionAt(fn)
  return spotsAt(inquiry, code.fileOfFunction(fn).file, start, end)
    .map((spot) => spot.node)
    .find(isFunction)
}

export type FunctionNode = Extract<
  Node,
  { type: 'FunctionDeclaration' | 'FunctionExpression' | 'ArrowFunctionExpression' }
>

export function isFunction(node: Node): node is FunctionNode {
  return (
    node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression'
  )
}
