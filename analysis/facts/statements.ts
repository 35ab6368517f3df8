import type {
  Directive,
  Expression,
  ForOfStatement,
  ForInStatement,
  Statement,
  SwitchStatement,
  VariableDeclaration,
} from 'oxc-parser'
import { copy, inScope, load, lookup, newSlot, repeatedStepsOf, stepsOf, type Builder } from './builder.ts'
import { call, keysOf } from './calls.ts'
import { classValue } from './classes.ts'
import { flagOf, isCall, nameOf, unchain, value } from './expressions.ts'
import { functionValue } from './functions.ts'
import { declareBlock } from './hoist.ts'
import { moduleStatement } from './modules.ts'
import { assign } from './patterns.ts'
import { specifierIn } from './specifiers.ts'
import { testOf } from './tests.ts'

export function statements(b: Builder, list: readonly (Statement | Directive)[]): void {
  // Functions are there before the first statement runs.
  for (const each of list) if (each.type === 'FunctionDeclaration') statement(b, each)
  for (const each of list) if (each.type !== 'FunctionDeclaration') statement(b, each)
}

function block(b: Builder, list: readonly (Statement | Directive)[]): void {
  inScope(b, () => {
    declareBlock(b, list)
    statements(b, list)
  })
}

export function statement(b: Builder, node: Statement | Directive): void {
  switch (node.type) {
    case 'ExpressionStatement':
      if (isCall(node.expression)) call(b, unchain(node.expression), 'floating')
      else value(b, node.expression)
      return
    case 'VariableDeclaration':
      variables(b, node)
      return
    case 'FunctionDeclaration':
      if (node.id && node.body) copy(b, functionValue(b, node, node.id.name), lookup(b, node.id.name))
      return
    case 'ClassDeclaration':
      if (node.id) copy(b, classValue(b, node, node.id.name), lookup(b, node.id.name))
      return
    case 'BlockStatement':
      block(b, node.body)
      return
    case 'IfStatement': {
      const test = testOf(b, node.test)
      const then = stepsOf(b, () => {
        statement(b, node.consequent)
      })
      const otherwise = stepsOf(b, () => {
        if (node.alternate) statement(b, node.alternate)
      })
      b.steps.push({ kind: 'if', test, then, else: otherwise })
      return
    }
    case 'ForStatement':
      inScope(b, () => {
        if (node.init?.type === 'VariableDeclaration') {
          declareBlock(b, [node.init])
          variables(b, node.init)
        } else if (node.init) value(b, node.init)
        loop(b, !node.test, () => {
          if (node.test) loopTest(b, node.test)
          statement(b, node.body)
          if (node.update) value(b, node.update)
        })
      })
      return
    case 'ForInStatement':
    case 'ForOfStatement':
      forEach(b, node)
      return
    case 'WhileStatement':
      loop(b, node.test.type === 'Literal' && Boolean(node.test.value), () => {
        loopTest(b, node.test)
        statement(b, node.body)
      })
      return
    case 'DoWhileStatement':
      loop(b, false, () => {
        statement(b, node.body)
        loopTest(b, node.test)
      })
      return
    case 'SwitchStatement':
      switched(b, node)
      return
    case 'TryStatement': {
      const { handler, finalizer } = node
      const body = stepsOf(b, () => {
        block(b, node.block.body)
      })
      const caught =
        handler &&
        stepsOf(b, () => {
          inScope(b, () => {
            declareBlock(b, handler.body.body)
            statements(b, handler.body.body)
          })
        })
      const last =
        finalizer &&
        stepsOf(b, () => {
          block(b, finalizer.body)
        })
      b.steps.push({ kind: 'try', body, catch: caught, finally: last })
      return
    }
    case 'ReturnStatement': {
      const fn = b.functions[b.fn]
      const { argument } = node
      const slot = !argument ? 0 : isCall(argument) ? call(b, unchain(argument), 'returned') : value(b, argument)
      if (fn) copy(b, slot, fn.returns)
      b.steps.push({ kind: 'return', slot, start: node.start })
      return
    }
    case 'ThrowStatement':
      value(b, node.argument)
      b.steps.push({ kind: 'throw', start: node.start })
      return
    case 'BreakStatement':
      b.steps.push({ kind: 'break' })
      return
    case 'ContinueStatement':
      b.steps.push({ kind: 'continue' })
      return
    case 'LabeledStatement':
    case 'WithStatement':
      statement(b, node.body)
      return
    default:
      moduleStatement(b, node)
  }
}

function variables(b: Builder, node: VariableDeclaration): void {
  for (const { id, init } of node.declarations) {
    const slot = init ? value(b, init, nameOf(id)) : 0
    assign(b, id, slot)
    if (id.type === 'Identifier' && init) b.keys.set(lookup(b, id.name), keysOf(b, init))
    const text = node.kind === 'const' && init ? specifierIn(b, init) : undefined
    if (id.type === 'Identifier' && text !== undefined) b.texts.set(lookup(b, id.name), text)
    if (node.kind !== 'using' && node.kind !== 'await using') continue
    const call = b.calls.findLastIndex(({ result }) => result === slot)
    b.steps.push({ kind: 'using', slot, call })
    b.usings.push([b.fn, slot, call])
  }
}

function loop(b: Builder, isEndless: boolean, walk: () => void): void {
  const body = repeatedStepsOf(b, walk)
  b.steps.push({ kind: 'loop', body, isEndless })
}

/** `while (!stopping)`, `while (running && next)`: what is asked may be what a signal handler sets. */
function loopTest(b: Builder, test: Expression): void {
  value(b, test)
  noteTest(b, test)
}

function noteTest(b: Builder, test: Expression): void {
  if (test.type === 'UnaryExpression') noteTest(b, test.argument)
  if (test.type === 'LogicalExpression') for (const side of [test.left, test.right]) noteTest(b, side)
  const asked = flagOf(b, test)
  if (asked) b.loopTests.push([...asked, b.fn])
}

function forEach(b: Builder, node: ForOfStatement | ForInStatement): void {
  inScope(b, () => {
    const over = value(b, node.right)
    const element = node.type === 'ForOfStatement' ? load(b, over, '[]') : newSlot(b)
    const { left } = node
    loop(b, false, () => {
      if (left.type === 'VariableDeclaration') {
        declareBlock(b, [left])
        for (const { id } of left.declarations) assign(b, id, element)
      } else assign(b, left, element)
      if (node.type === 'ForOfStatement' && node.await) b.steps.push({ kind: 'await' })
      statement(b, node.body)
    })
  })
}

function switched(b: Builder, node: SwitchStatement): void {
  value(b, node.discriminant)
  inScope(b, () => {
    declareBlock(
      b,
      node.cases.flatMap(({ consequent }) => consequent),
    )
    const cases = node.cases.map(({ test, consequent }) => {
      if (test) value(b, test)
      return stepsOf(b, () => {
        statements(b, consequent)
      })
    })
    b.steps.push({ kind: 'switch', cases, isTotal: node.cases.some(({ test }) => test === null) })
  })
}
