import type { Suggestion } from '../finding.ts'
import type { Inquiry } from '../inquiry.ts'
import { spotOfCall } from '../syntax.ts'

const ONCE: Readonly<Record<string, string>> = {
  on: 'once',
  addListener: 'once',
  prependListener: 'prependOnceListener',
}

/** Registers all that lead to the same shutdown with `once`, when they stand in one file. */
export function useOnce(inquiry: Inquiry, registrations: readonly number[]): Suggestion[] {
  const { code } = inquiry.world
  const files = new Set(registrations.map((call) => code.fileOfCall(call).file))
  const edits = registrations.flatMap((call) => {
    const node = spotOfCall(inquiry, call)?.node
    if (node?.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return []
    const { property } = node.callee
    const text = property.type === 'Identifier' && !node.callee.computed ? ONCE[property.name] : undefined
    return text === undefined ? [] : [{ start: property.start, end: property.end, text }]
  })
  return files.size === 1 && edits.length === registrations.length ? [{ id: 'useOnce', data: {}, edits }] : []
}
