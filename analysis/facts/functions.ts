import type { ArrowFunctionExpression, Expression, FunctionBody, ParamPattern, TSParameterProperty } from 'oxc-parser'
import type { Function as FunctionNode } from 'oxc-parser'
import { copy, declare, inScope, lookup, newSlot, stepsOf, store, type Builder, type Writable } from './builder.ts'
import { call } from './calls.ts'
import { isCall, unchain, value } from './expressions.ts'
import type { FunctionFact, Slot } from './facts.ts'
import { declareBlock, declarePattern, declareVars } from './hoist.ts'
import { mustCallBefore } from './must-call.ts'
import { assign } from './patterns.ts'
import { statements } from './statements.ts'

type AnyFunction = FunctionNode | ArrowFunctionExpression

interface Member {
  readonly cls: number
  readonly isStatic: boolean
  readonly self: Slot
  /** Walked in the function before its body: the fields of a class, before its constructor. */
  readonly before?: () => void
}

/** Walks a function, and gives the slot that holds it. */
export function functionValue(b: Builder, node: AnyFunction, hint: string, member?: Member): Slot {
  const slot = newSlot(b)
  const id = functionFact(b, node, node.id?.name ?? hint, member)
  b.holdsFunction.push([slot, id])
  return slot
}

export function functionFact(b: Builder, node: AnyFunction, name: string, member?: Member): number {
  const id = openFunction(b, name, node, member)
  const fact = b.functions[id]
  if (!fact) throw new Error('A function was lost')
  const methods = mustCallBefore(b, node.start)
  if (methods.length > 0) b.mustCall.push({ fn: id, methods })
  within(b, id, () => {
    inScope(b, () => {
      if (node.type === 'FunctionExpression' && node.id) b.holdsFunction.push([declare(b, node.id.name), id])
      parameters(b, node.params, fact)
      fact.steps = stepsOf(b, () => {
        member?.before?.()
        body(b, node.body, fact)
      })
    })
  })
  return id
}

export function openFunction(b: Builder, name: string, span: { start: number; end: number }, member?: Member): number {
  const outer = b.functions[b.fn]
  const isArrow = 'type' in span && span.type === 'ArrowFunctionExpression'
  const id = b.functions.length
  const fact: Writable<FunctionFact> = {
    name,
    params: [],
    rest: -1,
    returns: 0,
    passed: 0,
    self: 0,
    isAsync: 'async' in span && span.async === true,
    isGenerator: 'generator' in span && span.generator === true,
    parent: id === 0 ? -1 : b.fn,
    cls: member?.cls ?? (isArrow ? (outer?.cls ?? -1) : -1),
    isStatic: member?.isStatic ?? false,
    start: span.start,
    end: span.end,
    steps: [],
  }
  b.functions.push(fact)
  const at = b.fn
  b.fn = id
  fact.returns = newSlot(b)
  fact.self = isArrow ? (outer?.self ?? 0) : newSlot(b)
  if (member) copy(b, member.self, fact.self)
  b.fn = at
  return id
}

/** Walks something as a part of a function. */
export function within(b: Builder, fn: number, walk: () => void): void {
  const before = { fn: b.fn, within: b.within, isRepeated: b.isRepeated, steps: b.steps }
  Object.assign(b, { fn, within: -1, isRepeated: false, steps: [] })
  try {
    walk()
  } finally {
    Object.assign(b, before)
  }
}

function parameters(b: Builder, params: readonly ParamPattern[], fact: Writable<FunctionFact>): void {
  for (const param of params) declarePattern(b, patternOf(param))
  fact.params = params.map((param, index) => {
    const slot = newSlot(b)
    if (param.type === 'RestElement') fact.rest = index
    assign(b, patternOf(param), slot)
    // constructor(private readonly pool: Pool)
    if (param.type === 'TSParameterProperty') store(b, fact.self, parameterName(param), lookup(b, parameterName(param)))
    return slot
  })
}

function patternOf(param: ParamPattern): Exclude<ParamPattern, TSParameterProperty> {
  return param.type === 'TSParameterProperty' ? param.parameter : param
}

function parameterName({ parameter }: TSParameterProperty): string {
  const pattern = parameter.type === 'AssignmentPattern' ? parameter.left : parameter
  return pattern.type === 'Identifier' ? pattern.name : ''
}

function body(b: Builder, node: FunctionBody | Expression | null, fact: FunctionFact): void {
  if (!node) return
  if (node.type !== 'BlockStatement') {
    const slot = isCall(node) ? call(b, unchain(node), 'returned') : value(b, node)
    copy(b, slot, fact.returns)
    b.steps.push({ kind: 'return', slot, start: node.start })
    return
  }
  declareVars(b, node.body)
  declareBlock(b, node.body)
  statements(b, node.body)
}
