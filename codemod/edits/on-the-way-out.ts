import { endWithComments } from './comments.ts'
import { readDialect, type Dialect } from './dialect.ts'
import { insertIntoBlock } from './block-insertion.ts'
import { insertion, type TextEdit } from './text-edits.ts'
import { indentationAt, isFirstOnLine } from './text-lines.ts'
import { descendants, parseTypeScript, ts } from './typescript-source.ts'

/** A place on the way on which a program stops: before it exits, after its server has closed, or at a function's end. */
export interface WayOut {
  readonly at: 'exit' | 'close' | 'function'
  readonly start: number
  readonly end: number
}

/** What is done there: an expression, whose promise is waited for where it gives one. */
export interface LastAct {
  readonly expression: string
  readonly isAwaited: boolean
}

/** Does one more thing on the way out; undefined where the code leaves no place for it. */
export function onTheWayOut(text: string, way: WayOut, act: LastAct): readonly TextEdit[] | undefined {
  const source = parseTypeScript(text)
  if (!source) return undefined
  const dialect = readDialect(source)
  const node = nodeAt(source, way)
  if (!node) return undefined
  if (way.at === 'function') return ts.isFunctionLike(node) ? atEndOf(source, node, act, dialect) : undefined
  if (!ts.isCallExpression(node)) return undefined
  return way.at === 'exit' ? beforeExit(source, node, act, dialect) : afterClose(source, node, act, dialect)
}

function nodeAt(source: ts.SourceFile, { at, start, end }: WayOut): ts.Node | undefined {
  for (const node of descendants(source)) {
    if (node.end !== end || node.getStart(source) !== start) continue
    if (at === 'function' ? ts.isFunctionLike(node) : ts.isCallExpression(node)) return node
  }
  return undefined
}

function beforeExit(
  source: ts.SourceFile,
  call: ts.CallExpression,
  act: LastAct,
  dialect: Dialect,
): TextEdit[] | undefined {
  const { parent } = call
  // () => process.exit()
  if (ts.isArrowFunction(parent))
    return intoArrow(
      source,
      parent,
      [line(act, dialect), line({ expression: call.getText(source), isAwaited: false }, dialect)],
      act,
      dialect,
    )
  const statement = ts.isExpressionStatement(parent) || ts.isReturnStatement(parent) ? parent : undefined
  const fn = statement && enclosing(statement)
  if (!statement || !fn || !ts.isBlock(statement.parent)) return undefined
  const asynchronous = act.isAwaited ? madeAsync(source, fn) : []
  return (
    asynchronous && [
      ...asynchronous,
      ...insertIntoBlock(statement.parent, statement, [line(act, dialect)], source, dialect),
    ]
  )
}

function afterClose(
  source: ts.SourceFile,
  call: ts.CallExpression,
  act: LastAct,
  dialect: Dialect,
): TextEdit[] | undefined {
  const callback = call.arguments.at(-1)
  // server.close(() => { … })
  if (callback && (ts.isArrowFunction(callback) || ts.isFunctionExpression(callback)))
    return atEndOf(source, callback, act, dialect)
  const { parent } = call
  // await server.close()
  if (ts.isAwaitExpression(parent) && ts.isExpressionStatement(parent.parent)) {
    const statement = parent.parent
    const indentation = indentationAt(source.text, statement.getStart(source))
    if (!ts.isBlock(statement.parent) || !isFirstOnLine(source.text, statement.getStart(source))) return undefined
    return [insertion(endWithComments(source.text, statement.end), dialect.eol + indentation + line(act, dialect))]
  }
  // server.close()
  if (call.arguments.length > 0 || !ts.isExpressionStatement(parent)) return undefined
  return [insertion(call.end - 1, `() => ${act.expression}`)]
}

function atEndOf(
  source: ts.SourceFile,
  fn: ts.SignatureDeclaration,
  act: LastAct,
  dialect: Dialect,
): TextEdit[] | undefined {
  const body = 'body' in fn ? fn.body : undefined
  if (!body) return undefined
  if (!ts.isBlock(body)) {
    if (!ts.isArrowFunction(fn)) return undefined
    const first = { expression: body.getText(source), isAwaited: act.isAwaited && !ts.isAwaitExpression(body) }
    return intoArrow(source, fn, [line(first, dialect), line(act, dialect)], act, dialect)
  }
  const last = body.statements.at(-1)
  if (last && (ts.isReturnStatement(last) || ts.isThrowStatement(last))) return undefined
  const asynchronous = act.isAwaited ? madeAsync(source, fn) : []
  return asynchronous && [...asynchronous, ...insertIntoBlock(body, undefined, [line(act, dialect)], source, dialect)]
}

function intoArrow(
  source: ts.SourceFile,
  fn: ts.ArrowFunction,
  lines: readonly string[],
  act: LastAct,
  dialect: Dialect,
): TextEdit[] | undefined {
  const asynchronous = act.isAwaited ? madeAsync(source, fn) : []
  const { body } = fn
  const outer = indentationAt(source.text, fn.getStart(source))
  const separator = dialect.eol + outer + dialect.indent
  const block = `{${separator}${lines.join(separator)}${dialect.eol}${outer}}`
  return asynchronous && [...asynchronous, { start: body.getStart(source), end: body.end, text: block }]
}

function line({ expression, isAwaited }: LastAct, { semicolons }: Dialect): string {
  return `${isAwaited ? 'await ' : ''}${expression}${semicolons ? ';' : ''}`
}

function enclosing(node: ts.Node): ts.SignatureDeclaration | undefined {
  return ts.findAncestor(node, ts.isFunctionLike)
}

/** What makes a function one that can wait; undefined for one that may not, as its type says or what it is. */
function madeAsync(source: ts.SourceFile, fn: ts.SignatureDeclaration): TextEdit[] | undefined {
  if (ts.canHaveModifiers(fn) && fn.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword)) return []
  if (ts.isConstructorDeclaration(fn) || ts.isAccessor(fn)) return undefined
  const type = fn.type ? asynchronousType(source, fn.type) : []
  if (!type) return undefined
  const start = ts.isMethodDeclaration(fn) ? fn.name.getStart(source) : fn.getStart(source)
  const begin = ts.isFunctionDeclaration(fn) ? source.text.indexOf('function', start) : start
  return [insertion(begin, 'async '), ...type]
}

function asynchronousType(source: ts.SourceFile, type: ts.TypeNode): TextEdit[] | undefined {
  if (ts.isTypeReferenceNode(type) && type.typeName.getText(source) === 'Promise') return []
  if (type.kind !== ts.SyntaxKind.VoidKeyword) return undefined
  return [insertion(type.getStart(source), 'Promise<'), insertion(type.end, '>')]
}
