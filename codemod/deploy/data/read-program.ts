import { parseSync, type Expression, type Node, type Program } from 'oxc-parser'
import type { Data, Entry } from './data.ts'

/** What a configuration in JavaScript or TypeScript exports, as far as it is written down. */
export function readProgram(file: string, text: string): Data | undefined {
  const { program, errors } = parseSync(file, text)
  if (errors.length > 0) return undefined
  const exported = program.body.flatMap((statement) => exportedBy(statement)).at(-1)
  return exported && toData(exported, program, 0)
}

function exportedBy(statement: Program['body'][number]): Node[] {
  if (statement.type === 'ExportDefaultDeclaration') return [statement.declaration]
  // module.exports = { apps: [] }
  if (statement.type !== 'ExpressionStatement' || statement.expression.type !== 'AssignmentExpression') return []
  const { left, right } = statement.expression
  const isExports =
    left.type === 'MemberExpression' && left.property.type === 'Identifier' && left.property.name === 'exports'
  return isExports ? [right] : []
}

/** Deeper is nobody's configuration, but a constant that is made of itself. */
const DEPTH = 30

function toData(node: Node, program: Program, depth: number): Data {
  const { start, end } = node
  if (depth > DEPTH) return { kind: 'scalar', start, end, value: undefined }
  const inner = depth + 1
  switch (node.type) {
    case 'ObjectExpression':
      return {
        kind: 'mapping',
        start,
        end,
        entries: node.properties.flatMap((each) => entriesOf(each, program, inner)),
      }
    case 'ArrayExpression':
      return {
        kind: 'sequence',
        start,
        end,
        items: node.elements.flatMap((each) => (each ? [toData(each, program, inner)] : [])),
      }
    case 'Literal':
      return { kind: 'scalar', start, end, value: isPlain(node.value) ? node.value : undefined }
    case 'TemplateLiteral': {
      const [only] = node.quasis
      return { kind: 'scalar', start, end, value: node.quasis.length === 1 ? only?.value.raw : undefined }
    }
    case 'BinaryExpression':
      return {
        kind: 'scalar',
        start,
        end,
        value: calculated(node.operator, toData(node.left, program, inner), toData(node.right, program, inner)),
      }
    case 'Identifier': {
      const value = constantNamed(node.name, program)
      return value ? toData(value, program, inner) : { kind: 'scalar', start, end, value: undefined }
    }
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'ParenthesizedExpression':
      return toData(node.expression, program, inner)
    default:
      return { kind: 'scalar', start, end, value: undefined }
  }
}

type Property = Extract<Expression, { type: 'ObjectExpression' }>['properties'][number]

function entriesOf(property: Property, program: Program, depth: number): Entry[] {
  if (property.type === 'SpreadElement') {
    const data = toData(property.argument, program, depth)
    return data.kind === 'mapping' ? [...data.entries] : []
  }
  const { key, start, end } = property
  const name =
    key.type === 'Identifier' && !property.computed ? key.name : key.type === 'Literal' ? String(key.value) : ''
  return [{ key: name, start, end, value: toData(property.value, program, depth) }]
}

// 30 * 1000
function calculated(operator: string, left: Data, right: Data): number | undefined {
  if (left.kind !== 'scalar' || right.kind !== 'scalar') return undefined
  if (typeof left.value !== 'number' || typeof right.value !== 'number') return undefined
  if (operator === '*') return left.value * right.value
  return operator === '+' ? left.value + right.value : undefined
}

function constantNamed(name: string, program: Program): Node | undefined {
  for (const statement of program.body) {
    if (statement.type !== 'VariableDeclaration' || statement.kind !== 'const') continue
    const found = statement.declarations.find(({ id }) => id.type === 'Identifier' && id.name === name)
    if (found?.init) return found.init
  }
  return undefined
}

function isPlain(value: unknown): value is string | number | boolean | null {
  return value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}
