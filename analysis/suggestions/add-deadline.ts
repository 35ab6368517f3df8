import type { Suggestion } from '../finding.ts'
import type { Inquiry } from '../inquiry.ts'
import { bodyOf } from './body-of.ts'
import { layoutOf } from './layout.ts'

/** Some name that is not Node's own. */
const OWN_TIMER = /\b(import|const|let|var|function)\b[^=;]*\bsetTimeout\b/

/** Sets a timer that exits, as the first thing that the handler does, or what it calls at once in the same file. */
export function addDeadline(inquiry: Inquiry, file: string, handler: number, way: readonly number[]): Suggestion[] {
  const { world } = inquiry
  const { code } = world
  const text = inquiry.textOf(file)
  if (OWN_TIMER.test(text)) return []
  const [call] = way
  const next = call === undefined ? [] : [...(world.targets.get(call) ?? [])].filter((fn) => fn >= 0)
  for (const fn of [handler, ...(next.length === 1 ? next : [])]) {
    if (code.fileOfFunction(fn).file !== file) return []
    const block = bodyOf(inquiry, fn)
    const layout = block && layoutOf(text, block)
    if (!block || !layout) continue
    const { indent, semicolon } = layout
    const timer = `\n${indent}setTimeout(() => process.exit(1), 30_000).unref()${semicolon}`
    return [{ id: 'addDeadline', data: {}, edits: [{ start: block.start + 1, end: block.start + 1, text: timer }] }]
  }
  return []
}
