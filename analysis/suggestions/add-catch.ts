import type { Node } from 'oxc-parser'
import type { Suggestion } from '../finding.ts'
import type { Inquiry } from '../inquiry.ts'
import { callersIn } from '../queries/callers.ts'
import type { Loss } from '../queries/outcome.ts'
import { chainedTo } from '../queries/waited-for.ts'
import { programOf } from '../syntax.ts'
import { functionNode } from './body-of.ts'
import { layoutOf, lineIndentAt, moved, semicolonIn, stepIn, withCommentsAbove } from './layout.ts'
import { loggingIn } from './logging-in.ts'

type Edit = Suggestion['edits'][number]

/** Catches where the rejection gets lost. */
export function addCatch(inquiry: Inquiry, place: { readonly file: string }, loss: Loss): Suggestion[] {
  const { code } = inquiry.world
  const call = loss.fn === -1 ? lastChained(inquiry, loss.at) : -1
  const { file } = call === -1 ? code.fileOfFunction(loss.fn) : code.fileOfCall(call)
  const text = inquiry.textOf(file)
  const failing = [loggingIn(text, programOf(inquiry, file)), 'process.exit(1)'].map((each) => each + semicolonIn(text))
  const edit = call === -1 ? catchBody(inquiry, loss, text, failing) : catching(text, code.callAt(call), failing)
  const elsewhere = file === place.file ? {} : { file }
  return edit ? [{ id: 'addCatch', data: {}, edits: [edit], ...elsewhere }] : []
}

// worker.close().then(…): what is called last is looked at by nobody.
function lastChained(inquiry: Inquiry, call: number): number {
  const next = inquiry.world.code.callAt(call).settle === 'chained' ? chainedTo(inquiry, call) : undefined
  return next === undefined ? call : lastChained(inquiry, next)
}

/** Of a function that nobody else calls: around all that it does. */
function catchBody(inquiry: Inquiry, { fn }: Loss, text: string, failing: readonly string[]): Edit | undefined {
  const node = functionNode(inquiry, fn)
  if (!node?.body || callersIn(inquiry.world).of(fn).length > 0) return undefined
  const { body } = node
  if (body.type !== 'BlockStatement') return catchExpression(text, body, failing)
  const layout = layoutOf(text, body)
  const [first] = body.body
  const last = body.body.at(-1)
  if (!node.async) return last?.type === 'ReturnStatement' ? catchExpression(text, last.argument, failing) : undefined
  if (!layout || !first || !last) return undefined
  const { indent, step } = layout
  const start = withCommentsAbove(text, first.start - indent.length) + indent.length
  const inner = moved(text, start, last.end, step, body)
  const lines = ['try {', step + inner, '} catch (error) {', ...failing.map((each) => step + each), '}']
  return { start, end: last.end, text: lines.join(`\n${indent}`) }
}

// () => app.close().catch((error) => …), async () => await app.close().catch(…)
function catchExpression(text: string, node: Node | null, failing: readonly string[]): Edit | undefined {
  if (node?.type === 'AwaitExpression') return catchExpression(text, node.argument, failing)
  return node?.type === 'CallExpression' ? catching(text, node, failing) : undefined
}

function catching(text: string, { start, end }: { start: number; end: number }, failing: readonly string[]): Edit {
  const lineStart = text.lastIndexOf('\n', end - 1) + 1
  // A chain over several lines goes on below.
  const chain = /^[ \t]*(?=\.)/.exec(text.slice(lineStart, end))?.[0]
  const indent = chain ?? lineIndentAt(text, lineStart > start ? end : start)
  const lines = ['.catch((error) => {', ...failing.map((each) => stepIn(text) + each), '})']
  const inserted = lines.join(`\n${indent}`)
  return { start: end, end, text: chain === undefined ? inserted : `\n${indent}${inserted}` }
}
