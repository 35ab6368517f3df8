import type { Suggestion } from '../finding.ts'
import type { Inquiry } from '../inquiry.ts'
import type { Registration } from '../queries/registrations.ts'
import { spotOfCall } from '../syntax.ts'
import { lineIndentAt, quoteIn, semicolonIn } from './layout.ts'

const NAMES = ['exitLate', 'exitAtDeadline', 'exitWhenOverdue']

/**
 * Sets a timer on the same signals beside a framework that has no deadline. It listens once, as such a framework sends
 * the signal to itself in the end, for the process to end by it.
 */
export function boundBeside(
  inquiry: Inquiry,
  { call, signals }: Registration,
  place: { readonly file: string },
): Suggestion[] {
  const spot = spotOfCall(inquiry, call)
  const { file } = inquiry.world.code.fileOfCall(call)
  const text = inquiry.textOf(file)
  const found = spot?.around.findIndex(({ type }) => type === 'ExpressionStatement') ?? -1
  const [statement, block] = spot?.around.slice(found) ?? []
  const name = NAMES.find((each) => !new RegExp(`\\b${each}\\b`).test(text))
  if (found === -1 || !statement || name === undefined) return []
  if (block?.type !== 'BlockStatement' && block?.type !== 'Program') return []
  const [quote, semicolon] = [quoteIn(text), semicolonIn(text)]
  const lines = [
    `const ${name} = () => setTimeout(() => process.exit(1), 30_000).unref()`,
    ...signals.map((signal) => `process.once(${quote}${signal}${quote}, ${name})`),
  ]
  const indent = lineIndentAt(text, statement.start)
  const inserted = lines.map((line) => `\n${indent}${line}${semicolon}`).join('')
  const elsewhere = file === place.file ? {} : { file }
  const edits = [{ start: statement.end, end: statement.end, text: inserted }]
  return [{ id: 'addDeadline', data: {}, edits, ...elsewhere }]
}
