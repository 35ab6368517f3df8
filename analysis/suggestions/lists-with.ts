import type { Node } from 'oxc-parser'
import { childrenOf } from '../syntax.ts'

/** The array literals, here or deeper, that name a signal. */
export function listsWith(node: Node, signal: string): Extract<Node, { type: 'ArrayExpression' }>[] {
  const inner = childrenOf(node).flatMap((child) => listsWith(child, signal))
  const isOne =
    node.type === 'ArrayExpression' && node.elements.some((each) => each?.type === 'Literal' && each.value === signal)
  return isOne ? [node, ...inner] : inner
}
