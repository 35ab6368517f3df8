import type { Suggestion } from '../finding.ts'
import type { Inquiry } from '../inquiry.ts'
import { callersIn } from '../queries/callers.ts'
import type { Loss } from '../queries/outcome.ts'
import { chainedTo } from '../queries/waited-for.ts'
import { spotsAt } from '../syntax.ts'
import { bodyOf, isFunction } from './body-of.ts'
import { layoutOf, moved } from './layout.ts'

type Edits = Suggestion['edits']

/** Catches where the rejection gets lost, when that is in this file. */
export function addCatch(inquiry: Inquiry, file: string, loss: Loss): Suggestion[] {
  const edits = loss.fn === -1 ? catchCall(inquiry, file, loss.at) : catchBody(inquiry, file, loss)
  return edits.length > 0 ? [{ id: 'addCatch', data: {}, edits }] : []
}

// worker.close().catch((error) => …)
function catchCall(inquiry: Inquiry, file: string, call: number): Edits {
  const { code } = inquiry.world
  if (code.fileOfCall(call).file !== file) return []
  const next = code.callAt(call).settle === 'chained' ? chainedTo(inquiry, call) : undefined
  return next === undefined ? [catching(inquiry.textOf(file), code.callAt(call))] : catchCall(inquiry, file, next)
}

/** Of an async function that nobody else calls: around all that it does. */
function catchBody(inquiry: Inquiry, file: string, { fn }: Loss): Edits {
  const { world } = inquiry
  if (world.code.fileOfFunction(fn).file !== file || callersIn(world).of(fn).length > 0) return []
  const text = inquiry.textOf(file)
  const block = bodyOf(inquiry, fn)
  if (!block) return catchExpression(inquiry, file, fn)
  const layout = layoutOf(text, block)
  const [first] = block.body
  const last = block.body.at(-1)
  if (!layout || !first || !last || !world.code.functionAt(fn).isAsync) return []
  const { indent, step, semicolon } = layout
  const inner = moved(text, first.start, last.end, step)
  const failing = [`console.error(error)${semicolon}`, `process.exit(1)${semicolon}`]
  const lines = [`try {`, `${step}${inner}`, `} catch (error) {`, ...failing.map((each) => step + each), `}`]
  return [{ start: first.start, end: last.end, text: lines.join(`\n${indent}`) }]
}

// () => app.close().catch((error) => …)
function catchExpression(inquiry: Inquiry, file: string, fn: number): Edits {
  const { start, end } = inquiry.world.code.functionAt(fn)
  const node = spotsAt(inquiry, file, start, end)
    .map((spot) => spot.node)
    .find(isFunction)
  const { body } = node ?? {}
  return body?.type === 'CallExpression' ? [catching(inquiry.textOf(file), body)] : []
}

function catching(text: string, { start, end }: { readonly start: number; readonly end: number }): Edits[number] {
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
  const indent = /^\s*/.exec(line)?.[0] ?? ''
  const semicolon = /;[ \t]*\n/.test(text) ? ';' : ''
  const lines = ['.catch((error) => {', `  console.error(error)${semicolon}`, `  process.exit(1)${semicolon}`, '})']
  return { start: end, end, text: lines.join(`\n${indent}`) }
}
