import type { Expression, Node } from 'oxc-parser'
import { copy, isDeclared, lookup, newObject, newSlot, stepsOf, type Builder } from './builder.ts'
import { call, dynamicImport, methodValue } from './calls.ts'
import { classValue } from './classes.ts'
import type { Slot } from './facts.ts'
import { functionValue } from './functions.ts'
import { arrayValue, objectValue } from './literals.ts'
import { assign, isModuleExports, keyName } from './patterns.ts'
import { isFollowed } from './plain.ts'
import { testOf } from './tests.ts'

/** Walks an expression, notes what happens in it, and gives the slot in which its value stands. */
export function value(b: Builder, node: Expression, hint = ''): Slot {
  switch (node.type) {
    case 'Identifier':
      return identifier(b, node.name)
    case 'ThisExpression':
      return b.functions[b.fn]?.self ?? 0
    case 'Super':
      return b.functions[b.fn]?.self ?? 0
    case 'Literal':
      return typeof node.value === 'string' ? string(b, node.value) : 0
    case 'TemplateLiteral':
      for (const each of node.expressions) value(b, each)
      return node.expressions.length === 0 ? string(b, node.quasis[0]?.value.cooked ?? '') : 0
    case 'MemberExpression':
      return member(b, node)
    case 'ChainExpression':
      return value(b, node.expression)
    case 'CallExpression':
    case 'NewExpression':
      return call(b, node, 'used')
    case 'TaggedTemplateExpression':
      value(b, node.tag)
      for (const each of node.quasi.expressions) value(b, each)
      return 0
    case 'ImportExpression':
      return dynamicImport(b, node)
    case 'AwaitExpression':
      return awaited(b, node.argument)
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
      return functionValue(b, node, hint)
    case 'ClassExpression':
      return classValue(b, node, hint)
    case 'ObjectExpression':
      return objectValue(b, node)
    case 'ArrayExpression':
      return arrayValue(b, node)
    case 'AssignmentExpression': {
      if (isConstant(node.right) || node.operator !== '=') flag(b, node.left)
      if (!['||=', '&&=', '??='].includes(node.operator)) {
        const slot = value(b, node.right, nameOf(node.left))
        if (node.operator === '=') assign(b, node.left, slot)
        return slot
      }
      const test = testOf(b, node.left as Expression)
      let slot: Slot = 0
      const then = stepsOf(b, () => {
        slot = value(b, node.right, nameOf(node.left))
      })
      assign(b, node.left, slot)
      const isNegated = node.operator !== '&&='
      b.steps.push({ kind: 'if', test: test && { slot: test.slot, isNegated }, then, else: [] })
      if (!test) return slot
      // What was there, or what it became: also where the store can not be followed, as in shared[key] ??= new Pool().
      const result = newSlot(b)
      copy(b, test.slot, result)
      copy(b, slot, result)
      return result
    }
    case 'ConditionalExpression': {
      const test = testOf(b, node.test)
      const result = newSlot(b)
      const then = stepsOf(b, () => {
        copy(b, value(b, node.consequent, hint), result)
      })
      const otherwise = stepsOf(b, () => {
        copy(b, value(b, node.alternate, hint), result)
      })
      if (then.length + otherwise.length > 0) b.steps.push({ kind: 'if', test, then, else: otherwise })
      return result
    }
    case 'LogicalExpression':
      return logical(b, node)
    case 'SequenceExpression':
      return node.expressions.reduce<Slot>((_, each) => value(b, each), 0)
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'TSInstantiationExpression':
      return value(b, node.expression, hint)
    case 'YieldExpression':
      if (node.argument) copy(b, value(b, node.argument), b.functions[b.fn]?.returns ?? 0)
      return 0
    case 'UnaryExpression':
      if (node.operator === 'void' && node.argument.type === 'CallExpression') call(b, node.argument, 'floating')
      else value(b, node.argument)
      return 0
    case 'UpdateExpression':
      flag(b, node.argument)
      return 0
    case 'BinaryExpression':
      binary(b, node)
      return 0
    default:
      children(b, node)
      return 0
  }
}

/** A chain like `a + b + c` leans to the left, and may be thousands long: it is walked without recursion. */
function binary(b: Builder, node: Extract<Expression, { type: 'BinaryExpression' }>): void {
  const rights: Expression[] = []
  let left: Expression = node
  while (left.type === 'BinaryExpression') {
    rights.push(left.right)
    left = left.left as Expression
  }
  value(b, left)
  for (const right of rights.reverse()) value(b, right)
}

function isConstant(node: Expression): boolean {
  return node.type === 'Literal' || (node.type === 'Identifier' && node.name === 'undefined')
}

// stopping = true, this.running = false
function flag(b: Builder, target: Node): void {
  const asked = flagOf(b, target)
  if (asked) b.flags.push([...asked, b.fn])
}

/** A variable, or an object and the name of its property. */
export function flagOf(b: Builder, node: Node): [Slot, string] | undefined {
  if (node.type === 'Identifier') return [lookup(b, node.name), '']
  if (node.type === 'MemberExpression') return [value(b, node.object), keyName(b, node.property, node.computed)]
  return undefined
}

/** The `arguments` of the function around, which an arrow has not. */
function passed(b: Builder): Slot {
  const fn = b.functions[b.fn]
  if (!fn) return 0
  if (fn.passed === 0) fn.passed = newObject(b)
  return fn.passed
}

function identifier(b: Builder, name: string): Slot {
  if (name === 'undefined') return 0
  if (name === 'exports' && !isDeclared(b, name)) return b.exports
  if (name === 'arguments' && !isDeclared(b, name)) return passed(b)
  return lookup(b, name)
}

export function string(b: Builder, text: string): Slot {
  if (!isFollowed(text)) return 0
  const slot = newSlot(b)
  b.holdsString.push([slot, text])
  return slot
}

function member(b: Builder, node: Extract<Expression, { type: 'MemberExpression' }>): Slot {
  if (isModuleExports(b, node) && !isDeclared(b, 'module')) {
    b.isCommonJs = true
    return b.exports
  }
  const base = value(b, node.object)
  if (node.computed) value(b, node.property)
  return methodValue(b, base, keyName(b, node.property, node.computed))
}

function awaited(b: Builder, argument: Expression): Slot {
  const slot = isCall(argument) ? call(b, unchain(argument), 'awaited') : value(b, argument)
  b.steps.push(argument.type === 'ImportExpression' ? { kind: 'await', isLoad: true } : { kind: 'await' })
  return slot
}

export function isCall(node: Expression): boolean {
  return (
    node.type === 'CallExpression' ||
    (node.type === 'ChainExpression' && node.expression.type === 'CallExpression') ||
    node.type === 'NewExpression'
  )
}

export function unchain(node: Expression): Extract<Expression, { type: 'CallExpression' | 'NewExpression' }> {
  return (node.type === 'ChainExpression' ? node.expression : node) as Extract<Expression, { type: 'CallExpression' }>
}

function logical(b: Builder, node: Extract<Expression, { type: 'LogicalExpression' }>): Slot {
  const result = newSlot(b)
  const test = testOf(b, node.left, (slot) => {
    copy(b, slot, result)
  })
  const right = stepsOf(b, () => {
    copy(b, value(b, node.right), result)
  })
  const [then, otherwise] = node.operator === '&&' ? [right, []] : [[], right]
  if (right.length > 0) b.steps.push({ kind: 'if', test, then, else: otherwise })
  return result
}

/** What a function or class is called by, when it has no name of its own. */
export function nameOf(target: Node): string {
  if (target.type === 'Identifier') return target.name
  if (target.type === 'MemberExpression' && target.property.type === 'Identifier') return target.property.name
  return ''
}

/** Walks what has no meaning of its own here: JSX, templates of types, and whatever the language gets next. */
function children(b: Builder, node: Node): void {
  for (const [key, child] of Object.entries(node)) {
    if (key === 'parent' || child === null || typeof child !== 'object') continue
    for (const each of Array.isArray(child) ? child : [child]) {
      const inner = each as Node | null
      if (inner && typeof inner.type === 'string' && !inner.type.startsWith('TSType')) value(b, inner as Expression)
    }
  }
}
