import type { Argument, CallExpression, Expression, ImportExpression, NewExpression, Node } from 'oxc-parser'
import { isDeclared, load, lookup, newSlot, stepsOf, type Builder, type Writable } from './builder.ts'
import { isRequire } from './create-require.ts'
import { isCall, unchain, value } from './expressions.ts'
import type { CallFact, Settle, Slot } from './facts.ts'
import { isGiving } from './giving.ts'
import { keyName } from './patterns.ts'
import { specifierIn } from './specifiers.ts'
import { annotate } from './types.ts'

const CHAINING = new Set(['then', 'catch', 'finally'])

export function call(b: Builder, node: CallExpression | NewExpression, settle: Settle): Slot {
  const required = node.type === 'CallExpression' ? requireCall(b, node) : undefined
  if (required !== undefined) return required
  const id = b.calls.length
  const fact: Writable<CallFact> = {
    kind: node.type === 'NewExpression' ? 'new' : 'call',
    callee: 0,
    base: 0,
    name: '',
    args: [],
    spreadFrom: -1,
    literals: node.arguments.map(literal),
    keys: node.arguments.flatMap((each) => keysOf(b, each)),
    result: newSlot(b),
    fn: b.fn,
    start: node.start,
    end: node.end,
    text: (node.type === 'NewExpression' ? 'new ' : '') + written(node.callee),
    settle,
    within: b.within,
    after: -1,
    isRepeated: b.isRepeated,
  }
  b.calls.push(fact)
  // What stands before a `?.` decides whether the rest happens at all.
  let guard: Slot | undefined
  const steps = stepsOf(b, () => {
    guard = calleeOf(b, node, fact)
  })
  // container.get<Ledger>('ledger')
  const [type, other] = node.typeArguments?.params ?? []
  if (fact.kind === 'call' && !other && isGiving(fact.name)) annotate(b, fact.result, type)
  const rest = stepsOf(b, () => {
    fact.args = argumentsOf(b, node.arguments, id, fact)
    b.steps.push({ kind: 'call', call: id })
  })
  b.steps.push(...steps)
  if (guard === undefined) b.steps.push(...rest)
  else b.steps.push({ kind: 'if', test: { slot: guard, isNegated: false }, then: rest, else: [] })
  return fact.result
}

/** Gives the slot that an optional call depends on, if it is one. */
function calleeOf(b: Builder, node: CallExpression | NewExpression, fact: Writable<CallFact>): Slot | undefined {
  const callee = bare(node.callee)
  if (callee.type !== 'MemberExpression') {
    fact.name = callee.type === 'Identifier' ? callee.name : callee.type === 'Super' ? 'super' : ''
    fact.callee = callee.type === 'Super' ? superclassOf(b) : value(b, callee)
    if (callee.type === 'Super') fact.base = b.functions[b.fn]?.self ?? 0
    return 'optional' in node && node.optional ? fact.callee : undefined
  }
  const name = keyName(b, callee.property, callee.computed)
  fact.name = name
  if (callee.object.type === 'Super') {
    fact.base = b.functions[b.fn]?.self ?? 0
    fact.callee = load(b, fact.base, `super ${name}`)
    return undefined
  }
  if (isCall(callee.object)) {
    const inner = b.calls.length
    fact.base = call(b, unchain(callee.object), CHAINING.has(name) ? 'chained' : 'used')
    if (b.calls.length > inner) fact.after = inner
  } else fact.base = value(b, callee.object)
  if (callee.computed) value(b, callee.property)
  fact.callee = load(b, fact.base, name)
  if (callee.optional) return fact.base
  return 'optional' in node && node.optional ? fact.callee : undefined
}

function bare(node: Expression): Expression {
  if (node.type === 'ChainExpression') return bare(node.expression)
  if (
    node.type === 'TSNonNullExpression' ||
    node.type === 'TSAsExpression' ||
    node.type === 'TSSatisfiesExpression' ||
    node.type === 'TSInstantiationExpression'
  )
    return bare(node.expression)
  return node
}

function superclassOf(b: Builder): Slot {
  const cls = b.functions[b.fn]?.cls ?? -1
  return b.classes[cls]?.superclass ?? 0
}

function argumentsOf(b: Builder, args: readonly Argument[], id: number, fact: Writable<CallFact>): Slot[] {
  const outer = b.within
  b.within = id
  const slots = args.map((each, index) => {
    if (each.type !== 'SpreadElement') return value(b, each)
    if (fact.spreadFrom === -1) fact.spreadFrom = index
    return load(b, value(b, each.argument), '[]')
  })
  b.within = outer
  return slots
}

// const { Pool } = require('pg')
function requireCall(b: Builder, node: CallExpression): Slot | undefined {
  const [from] = node.arguments
  if (!isRequire(b, node.callee)) return undefined
  const specifier = specifierIn(b, from)
  if (specifier === undefined) {
    b.loadsByName = true
    return undefined
  }
  return imported(b, specifier, node.start)
}

// const { Pool } = await import('pg')
export function dynamicImport(b: Builder, node: ImportExpression): Slot {
  const specifier = specifierIn(b, node.source)
  if (specifier !== undefined) return imported(b, specifier, node.start)
  b.loadsByName = true
  value(b, node.source)
  return 0
}

function imported(b: Builder, from: string, start: number): Slot {
  const slot = newSlot(b)
  b.imports.push({ slot, from, name: 'require', start, fn: b.fn })
  return slot
}

/** A method that is not called here but passed on: `server.close` in `promisify(server.close)`. */
export function methodValue(b: Builder, base: Slot, name: string): Slot {
  return load(b, base, name)
}

function literal(node: Argument): string | number | boolean | null {
  if (node.type === 'Literal')
    return typeof node.value === 'string' || typeof node.value === 'number' || typeof node.value === 'boolean'
      ? node.value
      : null
  if (node.type === 'TemplateLiteral' && node.expressions.length === 0) return node.quasis[0]?.value.cooked ?? null
  if (node.type === 'UnaryExpression' && node.operator === '-') return literal(node.argument)
  return null
}

/** The keys of an object literal, or of the variable that holds one. */
export function keysOf(b: Builder, argument: Node, depth = 0): readonly string[] {
  const node = argument.type === 'SpreadElement' ? argument : bare(argument as Expression)
  if (node.type === 'Identifier') return isDeclared(b, node.name) ? (b.keys.get(lookup(b, node.name)) ?? []) : []
  // Object.assign({ verifyOnly: true }, account)
  if (node.type === 'CallExpression' && isAssign(node) && depth <= 4)
    return node.arguments.flatMap((each) => keysOf(b, each, depth + 1))
  if (node.type !== 'ObjectExpression' || depth > 4) return []
  return node.properties.flatMap((property) => {
    if (property.type === 'SpreadElement' || property.key.type === 'PrivateIdentifier') return []
    const name =
      property.key.type === 'Identifier'
        ? property.key.name
        : property.key.type === 'Literal'
          ? String(property.key.value)
          : ''
    const isOff = property.value.type === 'Literal' && property.value.value === false
    return isOff ? [] : [name, ...keysOf(b, property.value, depth + 1)]
  })
}

function isAssign({ callee }: CallExpression): boolean {
  return render(callee, 0) === 'Object.assign'
}

/** A callee as it is written, with the arguments inside it left out. */
function written(node: Expression): string {
  const text = render(node, 0)
  return text.length <= 60 ? text : `…${text.slice(-58)}`
}

function render(node: Expression, depth: number): string {
  if (depth > 20) return '…'
  switch (node.type) {
    case 'Identifier':
      return node.name
    case 'ThisExpression':
      return 'this'
    case 'Super':
      return 'super'
    case 'MemberExpression': {
      const object = render(node.object, depth + 1)
      return node.computed
        ? `${object}[…]`
        : `${object}.${node.property.type === 'PrivateIdentifier' ? '#' : ''}${(node.property as { name: string }).name}`
    }
    case 'CallExpression':
      return `${render(node.callee, depth + 1)}()`
    case 'NewExpression':
      return `new ${render(node.callee, depth + 1)}()`
    case 'ChainExpression':
    case 'TSNonNullExpression':
    case 'TSAsExpression':
    case 'TSInstantiationExpression':
      return render(node.expression, depth + 1)
    case 'AwaitExpression':
      return `(await ${render(node.argument, depth + 1)})`
    case 'ImportExpression':
      return 'import()'
    default:
      return '(…)'
  }
}
