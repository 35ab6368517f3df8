import type { Node } from 'oxc-parser'
import type { Inquiry } from '../inquiry.ts'
import { childrenOf } from '../syntax.ts'
import { isFunction } from './body-of.ts'

/** The statements in these, at any depth but in no other function, that are one of these calls: `await file.close()`. */
export function releaseStatements(
  { world: { code } }: Inquiry,
  nodes: readonly Node[],
  calls: readonly number[],
): Extract<Node, { type: 'ExpressionStatement' }>[] {
  const places = new Set(calls.map((call) => `${code.callAt(call).start} ${code.callAt(call).end}`))
  const find = (node: Node): Extract<Node, { type: 'ExpressionStatement' }>[] => {
    if (isFunction(node)) return []
    if (node.type !== 'ExpressionStatement') return childrenOf(node).flatMap(find)
    const { expression } = node
    const { start, end } = expression.type === 'AwaitExpression' ? expression.argument : expression
    return places.has(`${start} ${end}`) ? [node] : childrenOf(node).flatMap(find)
  }
  return nodes.flatMap(find)
}
