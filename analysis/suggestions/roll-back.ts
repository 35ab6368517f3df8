import type { Node } from 'oxc-parser'
import type { Suggestion } from '../finding.ts'
import type { Acquisition } from '../graph/tokens.ts'
import { literalIn, methodName } from '../graph/written.ts'
import type { Inquiry } from '../inquiry.ts'
import { endsOf } from '../queries/transaction-ends.ts'
import { spotOfCall } from '../syntax.ts'
import { layoutOf, moved, quoteIn, semicolonIn, stepIn } from './layout.ts'
import { releaseStatements } from './release-statements.ts'

type Edit = Suggestion['edits'][number]
type Block = Extract<Node, { type: 'BlockStatement' }>

/** Rolls a transaction back when what stands between its begin and its commit throws, and throws that again. */
export function rollBack(inquiry: Inquiry, acquisition: Acquisition): Suggestion[] {
  const spot = spotOfCall(inquiry, acquisition.call)
  if (spot?.node.type !== 'CallExpression') return []
  const { file } = inquiry.world.code.fileOfCall(acquisition.call)
  const text = inquiry.textOf(file)
  const isAwaited = spot.around[0]?.type === 'AwaitExpression'
  const at = spot.around.findIndex(({ type }) => type === 'BlockStatement')
  const [statement, block, around] = spot.around.slice(at - 1)
  if (at < 1 || !statement || block?.type !== 'BlockStatement') return []
  const on = receiverOf(text, acquisition, spot.node, statement)
  const ending = acquisition.transaction?.end.find((each) => /rollback|abort/i.test(each))
  if (on === undefined || ending === undefined) return []
  const literal = literalIn(ending)
  const quote = quoteIn(text)
  const argument = literal === undefined ? '' : `${quote}${literal.toUpperCase()}${quote}`
  const rollback = `${isAwaited ? 'await ' : ''}${on}.${methodName(ending)}(${argument})`
  const lines = [rollback, 'throw error'].map((line) => line + semicolonIn(text))
  const rest = block.body.slice(block.body.findIndex((each) => each === statement) + 1)
  const edit = ontoTry(text, block, around, statement, lines) ?? wrapped(inquiry, acquisition, text, block, rest, lines)
  return edit ? [{ id: 'rollBack', data: {}, edits: [edit] }] : []
}

/** What it is ended on: the variable that holds it, or the connection on which it was begun. */
function receiverOf(text: string, { transaction }: Acquisition, call: Node, statement: Node): string | undefined {
  if (transaction?.returns !== undefined) {
    const [declarator, ...more] = statement.type === 'VariableDeclaration' ? statement.declarations : []
    return declarator?.id.type === 'Identifier' && more.length === 0 ? declarator.id.name : undefined
  }
  if (statement.type !== 'ExpressionStatement' || call.type !== 'CallExpression') return undefined
  const { callee } = call
  if (callee.type !== 'MemberExpression') return undefined
  const on = text.slice(callee.object.start, callee.object.end)
  return /^[\w$.]+$/.test(on) ? on : undefined
}

// const client = await pool.connect(); try { await client.query('BEGIN'); … } finally { client.release() }
function ontoTry(
  text: string,
  block: Block,
  around: Node | undefined,
  begin: Node,
  lines: readonly string[],
): Edit | undefined {
  if (around?.type !== 'TryStatement' || around.block !== block || around.handler) return undefined
  const layout = layoutOf(text, block)
  if (!layout || block.body[0] !== begin || begin.type !== 'ExpressionStatement') return undefined
  const { outer, indent } = layout
  const clause = [' catch (error) {', ...lines.map((line) => `\n${indent}${line}`), `\n${outer}}`].join('')
  return { start: block.end, end: block.end, text: clause }
}

function wrapped(
  inquiry: Inquiry,
  acquisition: Acquisition,
  text: string,
  block: Block,
  rest: Block['body'],
  lines: readonly string[],
): Edit | undefined {
  const ends = releaseStatements(inquiry, rest, [...endsOf(inquiry, acquisition)])
  const commit = rest.findLastIndex((each) => ends.some((one) => one === each))
  const body = rest.slice(0, commit + 1)
  const [first] = body
  const last = body.at(-1)
  const layout = layoutOf(text, block)
  const isDeclaring = body.some(({ type }) => type.endsWith('Declaration'))
  if (!first || !last || !layout || (isDeclaring && commit + 1 < rest.length)) return undefined
  const { indent } = layout
  const step = stepIn(text)
  const inner = moved(text, first.start, last.end, step, block)
  const written = ['try {', step + inner, '} catch (error) {', ...lines.map((line) => step + line), '}']
  return { start: first.start, end: last.end, text: written.join(`\n${indent}`) }
}
