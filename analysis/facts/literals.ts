import type { ArrayExpression, Expression, ObjectExpression } from 'oxc-parser'
import { copy, load, newObject, store, type Builder } from './builder.ts'
import { string, value } from './expressions.ts'
import type { Slot } from './facts.ts'
import { keyName } from './patterns.ts'
import { isPlain } from './plain.ts'

/** An object literal, as far as there is something in it to follow. */
export function objectValue(b: Builder, node: ObjectExpression): Slot {
  // What holds nothing but texts and numbers is no object to follow.
  if (node.properties.length > 0 && isPlain(node)) return 0
  const slot = newObject(b)
  for (const property of node.properties) {
    if (property.type === 'SpreadElement') {
      const from = value(b, property.argument)
      if (from !== 0) b.spreads.push([from, slot])
      continue
    }
    if (property.computed) value(b, property.key as Expression)
    const name = keyName(b, property.key, property.computed)
    if (name.startsWith('SIG')) store(b, slot, '@keys', string(b, name))
    const before = b.functions.length
    const held = value(b, property.value, name)
    const fn = b.functions[before]
    if (fn && property.value.type === 'FunctionExpression') {
      copy(b, slot, fn.self)
      store(b, slot, name, property.kind === 'get' ? fn.returns : held)
    } else store(b, slot, name, held)
  }
  return slot
}

export function arrayValue(b: Builder, node: ArrayExpression): Slot {
  if (node.elements.length > 0 && isPlain(node)) return 0
  const slot = newObject(b)
  // Which is which matters where they are few: `const [pool, broker] = await Promise.all([…])`.
  const isCounted = node.elements.length <= 8 && !node.elements.some((each) => each?.type === 'SpreadElement')
  node.elements.forEach((element, index) => {
    if (element?.type === 'SpreadElement') store(b, slot, '[]', load(b, value(b, element.argument), '[]'))
    else if (element) store(b, slot, isCounted ? String(index) : '[]', value(b, element))
  })
  return slot
}
