import type { Node } from 'oxc-parser'

/** The number that an expression says: `10_000`, `10 * 1000`, or the name of a constant that is one of them. */
export function numberWritten(node: Node, around: readonly Node[]): number | undefined {
  if (node.type === 'Literal') return typeof node.value === 'number' ? node.value : undefined
  if (node.type === 'Identifier') {
    const value = constantNamed(node.name, around)
    return value && numberWritten(value, [])
  }
  if (node.type !== 'BinaryExpression') return undefined
  const left = numberWritten(node.left, around)
  const right = numberWritten(node.right, around)
  if (left === undefined || right === undefined) return undefined
  if (node.operator === '*') return left * right
  return node.operator === '+' ? left + right : undefined
}

/** What a `const` of the blocks around is made of, the innermost first. */
function constantNamed(name: string, around: readonly Node[]): Node | undefined {
  for (const block of around) {
    if (block.type !== 'Program' && block.type !== 'BlockStatement') continue
    for (const statement of block.body) {
      const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement
      if (declared?.type !== 'VariableDeclaration') continue
      const found = declared.declarations.find(({ id }) => id.type === 'Identifier' && id.name === name)
      if (found) return declared.kind === 'const' ? (found.init ?? undefined) : undefined
    }
  }
  return undefined
}
