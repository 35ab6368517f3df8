import type { Node } from 'oxc-parser'
import type { Acquisition } from '../graph/tokens.ts'
import type { Inquiry } from '../inquiry.ts'
import { childrenOf, spotOfCall } from '../syntax.ts'
import { isFunction } from './body-of.ts'

type Block = Extract<Node, { type: 'BlockStatement' }>
type Declaration = Extract<Node, { type: 'VariableDeclaration' }>
type Statement = Block['body'][number]

/** `const client = await pool.connect()`, and the block in which it stands. */
export interface HeldVariable {
  readonly name: string
  readonly declaration: Declaration
  readonly block: Block
  /** The statements after it. */
  readonly rest: readonly Statement[]
  readonly isAwaited: boolean
}

export function heldVariable(inquiry: Inquiry, { call }: Acquisition): HeldVariable | undefined {
  const spot = spotOfCall(inquiry, call)
  if (!spot) return undefined
  const isAwaited = spot.around[0]?.type === 'AwaitExpression'
  const [declarator, declaration, block] = spot.around.slice(isAwaited ? 1 : 0)
  if (declarator?.type !== 'VariableDeclarator' || declaration?.type !== 'VariableDeclaration') return undefined
  const isPlain = declaration.kind === 'const' || declaration.kind === 'let'
  if (!isPlain || declaration.declarations.length !== 1 || block?.type !== 'BlockStatement') return undefined
  if (declarator.id.type !== 'Identifier') return undefined
  const rest = block.body.slice(block.body.findIndex((each) => each === declaration) + 1)
  return { name: declarator.id.name, declaration, block, rest, isAwaited }
}

/** Whether it may be used after the block: by a function in it, or by a promise that is returned and not awaited. */
export function outlives(node: Node, name: string): boolean {
  if (isFunction(node)) return mentions(node, name)
  if (node.type === 'ReturnStatement' && node.argument?.type !== 'AwaitExpression') return mentions(node, name)
  return childrenOf(node).some((child) => outlives(child, name))
}

function mentions(node: Node, name: string): boolean {
  return (node.type === 'Identifier' && node.name === name) || childrenOf(node).some((child) => mentions(child, name))
}
