import type { BindingPattern, Expression } from 'oxc-parser'
import { isDeclared, lookup, type Builder } from './builder.ts'

const MODULE = new Set(['module', 'node:module'])

/** Whether calling it loads a module: `require`, and what `createRequire()` gave, whatever it is called. */
export function isRequire(b: Builder, callee: Expression): boolean {
  if (callee.type === 'Identifier') return callee.name === 'require' || isOneOf(b, b.requires, callee.name)
  return makesRequire(b, callee)
}

/** Notes what a variable begins with, where that is a `require` or what makes one. */
export function noteRequire(b: Builder, pattern: BindingPattern, init: Expression): void {
  if (pattern.type === 'Identifier' && makesRequire(b, init)) b.requires.add(lookup(b, pattern.name))
  // const { createRequire } = require('node:module')
  if (pattern.type !== 'ObjectPattern' || init.type !== 'CallExpression' || !isRequire(b, init.callee)) return
  const [from] = init.arguments
  if (from?.type !== 'Literal' || typeof from.value !== 'string') return
  for (const property of pattern.properties)
    if (property.type === 'Property' && property.key.type === 'Identifier' && property.value.type === 'Identifier')
      noteMaker(b, from.value, property.key.name, property.value.name)
}

/** Notes what is imported under a name, where that makes a `require`. */
export function noteMaker(b: Builder, from: string, imported: string, name: string): void {
  if (MODULE.has(from) && imported === 'createRequire') b.requireMakers.add(lookup(b, name))
}

// createRequire(import.meta.url), module.createRequire(__filename)
function makesRequire(b: Builder, node: Expression): boolean {
  if (node.type !== 'CallExpression') return false
  const { callee } = node
  if (callee.type === 'Identifier') return isOneOf(b, b.requireMakers, callee.name)
  return (
    callee.type === 'MemberExpression' &&
    callee.property.type === 'Identifier' &&
    !callee.computed &&
    callee.property.name === 'createRequire'
  )
}

function isOneOf(b: Builder, slots: ReadonlySet<number>, name: string): boolean {
  return slots.size > 0 && isDeclared(b, name) && slots.has(lookup(b, name))
}
