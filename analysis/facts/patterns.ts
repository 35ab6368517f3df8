import type { AssignmentTarget, BindingPattern, Expression, FormalParameterRest, PropertyKey } from 'oxc-parser'
import { copy, load, lookup, newObject, store, type Builder } from './builder.ts'
import { value } from './expressions.ts'
import type { Slot } from './facts.ts'
import { annotate } from './types.ts'

type Target = BindingPattern | FormalParameterRest | AssignmentTarget | Expression

/** Lets what is in `from` flow to the names and properties of a pattern. */
export function assign(b: Builder, target: Target, from: Slot): void {
  switch (target.type) {
    case 'Identifier': {
      const slot = lookup(b, target.name)
      if ('typeAnnotation' in target) annotate(b, slot, target.typeAnnotation?.typeAnnotation)
      copy(b, from, slot)
      return
    }
    case 'MemberExpression': {
      assignMember(b, target, from)
      return
    }
    case 'ObjectPattern': {
      const named: string[] = []
      for (const property of target.properties) {
        if (property.type === 'RestElement') {
          const rest = newObject(b)
          if (from !== 0) b.spreads.push([from, rest])
          assign(b, property.argument, rest)
          continue
        }
        const name = keyName(b, property.key, property.computed)
        named.push(name)
        assign(b, property.value as Target, load(b, from, name))
      }
      if ('typeAnnotation' in target) annotate(b, from, target.typeAnnotation?.typeAnnotation)
      return
    }
    case 'ArrayPattern':
      target.elements.forEach((element, index) => {
        if (!element) return
        if (element.type !== 'RestElement')
          assign(b, element as Target, load(b, from, index < 8 ? String(index) : '[]'))
        // for (const [name, pool] of pools): a map's elements are its values here.
        if (element.type !== 'RestElement' && index === 1) assign(b, element as Target, from)
        if (element.type === 'RestElement') assign(b, element.argument, from)
      })
      return
    case 'RestElement':
      assign(b, target.argument, from)
      return
    case 'AssignmentPattern': {
      assign(b, target.left, from)
      assign(b, target.left, value(b, target.right))
      return
    }
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
      assign(b, target.expression, from)
      return
    default:
  }
}

function assignMember(b: Builder, target: Extract<Expression, { type: 'MemberExpression' }>, from: Slot): void {
  const { object, property } = target
  // module.exports = …
  if (isModuleExports(b, target)) {
    b.isCommonJs = true
    copy(b, from, b.exports)
    return
  }
  const base = value(b, object)
  if (base === b.exports) b.isCommonJs = true
  if (target.computed) value(b, property as Expression)
  store(b, base, keyName(b, property, target.computed), from)
}

/** `module.exports`, where the file does not declare a `module` of its own. */
export function isModuleExports(b: Builder, node: Extract<Expression, { type: 'MemberExpression' }>): boolean {
  return (
    node.object.type === 'Identifier' &&
    node.object.name === 'module' &&
    keyName(b, node.property, node.computed) === 'exports'
  )
}

/** The name of a property; `*` when only running the code would tell, `[]` for what looks like an index. */
export function keyName(b: Builder, key: PropertyKey, computed: boolean): string {
  if (!computed && key.type === 'Identifier') return key.name
  if (key.type === 'PrivateIdentifier') return `#${key.name}`
  if (key.type === 'Literal') return typeof key.value === 'string' ? key.value : '[]'
  if (key.type === 'TemplateLiteral' && key.expressions.length === 0) return key.quasis[0]?.value.cooked ?? '*'
  // [Symbol.asyncDispose]
  if (key.type === 'MemberExpression' && key.object.type === 'Identifier' && key.object.name === 'Symbol')
    return key.property.type === 'Identifier' ? `@@${key.property.name}` : '*'
  if (key.type === 'BinaryExpression' || key.type === 'UpdateExpression') return '[]'
  return '*'
}
