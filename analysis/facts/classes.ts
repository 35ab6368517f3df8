import type { Class, ClassElement, Decorator, Expression } from 'oxc-parser'
import { copy, declare, inScope, lookup, newSlot, store, stepsOf, type Builder, type Writable } from './builder.ts'
import { call } from './calls.ts'
import { value } from './expressions.ts'
import type { ClassFact, Slot } from './facts.ts'
import { functionFact, openFunction, within } from './functions.ts'
import { mustCallBefore } from './must-call.ts'
import { keyName } from './patterns.ts'
import { statements } from './statements.ts'
import { annotate } from './types.ts'

/** Walks a class, and gives the slot that holds it. */
export function classValue(b: Builder, node: Class, hint: string): Slot {
  const slot = newSlot(b)
  const id = b.classes.length
  const superclass = node.superClass ? value(b, node.superClass) : 0
  const fact: Writable<ClassFact> & { methods: ClassFact['methods'][number][]; fields: ClassFact['fields'][number][] } =
    {
      name: node.id?.name ?? hint,
      slot,
      superclass,
      interfaces: (node.implements ?? []).map(({ expression }) =>
        expression.type === 'Identifier' ? lookup(b, expression.name) : 0,
      ),
      isInterface: false,
      isAbstract: node.abstract ?? false,
      constructs: -1,
      methods: [],
      fields: [],
      decorators: node.decorators.map((each) => decorator(b, each)),
      mustCall: mustCallBefore(b, node.decorators[0]?.start ?? node.start),
      start: node.start,
    }
  b.classes.push(fact)
  b.holdsClass.push([slot, id])
  inScope(b, () => {
    if (node.id) copy(b, slot, declare(b, node.id.name))
    members(b, node, id, fact)
  })
  return slot
}

function members(
  b: Builder,
  node: Class,
  id: number,
  fact: Writable<ClassFact> & { methods: ClassFact['methods'][number][]; fields: ClassFact['fields'][number][] },
): void {
  const elements = node.body.body
  const constructor = elements.find(
    (each) => each.type === 'MethodDefinition' && each.kind === 'constructor' && each.value.body,
  )
  const fieldsOf = (self: Slot) => (): void => {
    for (const each of elements) if (isField(each) && !each.static) field(b, each, self, fact)
  }
  if (constructor?.type === 'MethodDefinition') {
    fact.constructs = b.functions.length
    const before = (): void => {
      fieldsOf(b.functions[fact.constructs]?.self ?? 0)()
    }
    functionFact(b, constructor.value, 'constructor', { cls: id, isStatic: false, self: 0, before })
  } else {
    fact.constructs = openFunction(
      b,
      'constructor',
      { start: node.start, end: node.end },
      { cls: id, isStatic: false, self: 0 },
    )
    const made = b.functions[fact.constructs]
    within(b, fact.constructs, () => {
      const steps = stepsOf(b, fieldsOf(made?.self ?? 0))
      if (made) made.steps = steps
    })
  }
  for (const each of elements) {
    if (isField(each) && each.static) field(b, each, fact.slot, fact)
    else if (each.type === 'StaticBlock') staticBlock(b, each, id, fact.slot)
    else if (each.type === 'MethodDefinition' && each.kind !== 'constructor') method(b, each, id, fact)
  }
}

type Field = Extract<
  ClassElement,
  { type: 'PropertyDefinition' | 'AccessorProperty' | 'TSAbstractPropertyDefinition' | 'TSAbstractAccessorProperty' }
>

function isField(element: ClassElement): element is Field {
  return element.type.endsWith('PropertyDefinition') || element.type.endsWith('AccessorProperty')
}

function field(b: Builder, node: Field, self: Slot, fact: { fields: ClassFact['fields'][number][] }): void {
  if (node.computed) value(b, node.key as Expression)
  const name = keyName(b, node.key, node.computed)
  for (const each of node.decorators) decorator(b, each)
  if (node.typeAnnotation) {
    const type = newSlot(b)
    annotate(b, type, node.typeAnnotation.typeAnnotation)
    fact.fields.push({ name, type, isStatic: node.static })
  }
  if (node.value) store(b, self, name, value(b, node.value, name))
}

function method(
  b: Builder,
  node: Extract<ClassElement, { type: 'MethodDefinition' | 'TSAbstractMethodDefinition' }>,
  id: number,
  fact: { slot: Slot; methods: ClassFact['methods'][number][] },
): void {
  if (node.computed) value(b, node.key as Expression)
  const name = keyName(b, node.key, node.computed)
  for (const each of node.decorators) decorator(b, each)
  if (!node.value.body) return
  const fn = functionFact(b, node.value, name, { cls: id, isStatic: node.static, self: node.static ? fact.slot : 0 })
  if (node.kind === 'get') {
    const self = b.functions[fn]?.self ?? 0
    store(b, self, name, b.functions[fn]?.returns ?? 0)
  } else if (node.kind === 'method') fact.methods.push({ name, fn, isStatic: node.static })
}

function staticBlock(b: Builder, node: Extract<ClassElement, { type: 'StaticBlock' }>, cls: number, self: Slot): void {
  const fn = openFunction(b, 'static', node, { cls, isStatic: true, self })
  const callee = newSlot(b)
  b.holdsFunction.push([callee, fn])
  within(b, fn, () => {
    const fact = b.functions[fn]
    inScope(b, () => {
      const steps = stepsOf(b, () => {
        statements(b, node.body)
      })
      if (fact) fact.steps = steps
    })
  })
}

/** Walks a decorator, and gives its name. */
function decorator(b: Builder, { expression }: Decorator): string {
  if (expression.type !== 'CallExpression') {
    value(b, expression)
    return expression.type === 'Identifier' ? expression.name : ''
  }
  const id = b.calls.length
  call(b, expression, 'used')
  const fact = b.calls[id]
  if (fact) fact.kind = 'decorator'
  return fact?.name ?? ''
}
