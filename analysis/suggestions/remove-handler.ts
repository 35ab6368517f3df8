import type { Node } from 'oxc-parser'
import type { Suggestion } from '../finding.ts'
import type { Inquiry } from '../inquiry.ts'
import { spotOfCall, spotsAt } from '../syntax.ts'
import { linesOf } from './layout.ts'
import { listsWith } from './lists-with.ts'

/** Takes the statement away when it is about this signal alone, or the name out of the only list that has it. */
export function removeHandler(inquiry: Inquiry, call: number, signal: string, isOnly: boolean): Suggestion[] {
  const { code } = inquiry.world
  const { file } = code.fileOfCall(call)
  const text = inquiry.textOf(file)
  const spot = spotOfCall(inquiry, call)
  const [parent, block] = spot?.around ?? []
  const data = { signal }
  // process.on('SIGTERM', stop).on('SIGKILL', stop)
  const chained = chainedOn(spot?.node)
  if (isOnly && chained) return [{ id: 'removeHandler', data, edits: [{ ...chained, text: '' }] }]
  if (isOnly) {
    const isAlone =
      parent?.type === 'ExpressionStatement' && (block?.type === 'Program' || block?.type === 'BlockStatement')
    const lines = isAlone ? linesOf(text, parent) : undefined
    return lines ? [{ id: 'removeHandler', data, edits: [{ ...lines, text: '' }] }] : []
  }
  const [program] = spotsAt(inquiry, file, 0, text.length)
  const top = program?.node ?? spot?.around.at(-1)
  const lists = top ? listsWith(top, signal) : []
  const [list] = lists
  if (!list || lists.length > 1 || list.elements.length < 2) return []
  const at = list.elements.findIndex((each) => each?.type === 'Literal' && each.value === signal)
  const [element, before, after] = [list.elements[at], list.elements[at - 1], list.elements[at + 1]]
  const start = before ? before.end : element?.start
  const end = before ? element?.end : after?.start
  return start === undefined || end === undefined
    ? []
    : [{ id: 'removeHandler', data, edits: [{ start, end, text: '' }] }]
}

/** What is written after another call of the same statement. */
function chainedOn(node: Node | undefined): { start: number; end: number } | undefined {
  if (node?.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return undefined
  const { object } = node.callee
  return object.type === 'CallExpression' ? { start: object.end, end: node.end } : undefined
}
