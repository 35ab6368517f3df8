import type { Expression } from 'oxc-parser'
import type { Builder } from './builder.ts'
import { value } from './expressions.ts'
import type { Slot, Test } from './facts.ts'

/** Walks a condition; says which slot it looks at, when it only asks whether that holds something. */
export function testOf(b: Builder, node: Expression, seen?: (slot: Slot) => void): Test | null {
  if (node.type === 'UnaryExpression' && node.operator === '!') {
    const inner = testOf(b, node.argument)
    return inner && { slot: inner.slot, isNegated: !inner.isNegated }
  }
  if (node.type === 'BinaryExpression' && /^[!=]==?$/.test(node.operator)) {
    const [left, right] = [node.left as Expression, node.right]
    const subject = isNothing(right) ? left : isNothing(left) ? right : undefined
    if (subject) return { slot: value(b, subject), isNegated: node.operator.startsWith('=') }
  }
  // typeof client !== 'undefined'
  if (
    node.type === 'BinaryExpression' &&
    node.left.type === 'UnaryExpression' &&
    node.left.operator === 'typeof' &&
    node.right.type === 'Literal' &&
    node.right.value === 'undefined'
  )
    return { slot: value(b, node.left.argument), isNegated: node.operator.startsWith('=') }
  const slot = value(b, node)
  seen?.(slot)
  return slot === 0 || node.type === 'CallExpression' ? null : { slot, isNegated: false }
}

function isNothing(node: Expression): boolean {
  return (
    (node.type === 'Literal' && node.value === null && !('regex' in node)) ||
    (node.type === 'Identifier' && node.name === 'undefined')
  )
}
