import type { Node } from 'oxc-parser'
import type { Step } from '../facts/facts.ts'
import type { Inquiry } from '../inquiry.ts'
import { childrenOf, spotsAt } from '../syntax.ts'
import { sleeps } from './sleeps.ts'

/** What makes a loop end some day, whatever it asks for: a clock, a count, a way out. */
const ENDING = new Set(['BreakStatement', 'ReturnStatement', 'ThrowStatement', 'UpdateExpression'])
const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'])
const CLOCKS = /\b(Date|performance|hrtime|deadline|timeout|attempts?|retries|tries)\b/i

/** The loops of a function that wait until something has happened, for ever if it does not: `while (jobs > 0) await sleep(100)`. */
export function findPolling(inquiry: Inquiry, fn: number): Extract<Node, { type: 'WhileStatement' }>[] {
  const { code } = inquiry.world
  const { file } = code.fileOfFunction(fn)
  const { steps, start, end } = code.functionAt(fn)
  if (!hasWaitingLoop(inquiry, code.fileOfFunction(fn).call, steps, false)) return []
  const [spot] = spotsAt(inquiry, file, start, end)
  if (!spot) return []
  const text = inquiry.textOf(file)
  return ownNodes(spot.node).flatMap((node) => {
    if (node.type !== 'WhileStatement' || node.test.type === 'Literal') return []
    const own = [node.test, node.body].flatMap((each) => [each, ...ownNodes(each)])
    const ends = own.some(
      (each) => ENDING.has(each.type) || (each.type === 'AssignmentExpression' && each.operator !== '='),
    )
    const awaits = own.some(({ type }) => type === 'AwaitExpression')
    return ends || !awaits || CLOCKS.test(text.slice(node.start, node.end)) ? [] : [node]
  })
}

/** Whether a loop waits for a timer. */
function hasWaitingLoop(inquiry: Inquiry, first: number, steps: readonly Step[], isInLoop: boolean): boolean {
  return steps.some((step) => {
    switch (step.kind) {
      case 'call':
        return isInLoop && sleeps(inquiry, first + step.call)
      case 'loop':
        return hasWaitingLoop(inquiry, first, step.body, true)
      case 'if':
        return [step.then, step.else].some((each) => hasWaitingLoop(inquiry, first, each, isInLoop))
      case 'try':
        return [step.body, step.catch ?? [], step.finally ?? []].some((each) =>
          hasWaitingLoop(inquiry, first, each, isInLoop),
        )
      default:
        return false
    }
  })
}

/** All nodes in a node, but not those of functions in it. */
function ownNodes(node: Node): Node[] {
  return childrenOf(node).flatMap((child) => (FUNCTIONS.has(child.type) ? [] : [child, ...ownNodes(child)]))
}
