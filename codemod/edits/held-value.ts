import { ts } from './typescript-source.ts'

/** Where a value goes that an expression makes. */
export type Holder =
  /** `const pool = …`, `pool = …`, `this.pool = …`: it can be spoken of in the next statement. */
  | { readonly by: 'name'; readonly name: string; readonly isConstant: boolean; readonly statement: ts.Statement }
  /** `app.listen(80)`: nobody holds it. */
  | { readonly by: 'nobody'; readonly statement: ts.ExpressionStatement; readonly expression: ts.Expression }
  /** An argument, an element, what is returned: only the expression itself is in reach. */
  | { readonly by: 'expression' }

/** Methods of an emitter that give back the emitter. */
const CHAINED = new Set(['on', 'once', 'addListener', 'prependListener', 'prependOnceListener'])

export function holderOf(expression: ts.Expression): Holder {
  const whole = wholeOf(expression)
  const { parent } = whole
  if (ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name)) {
    const list = parent.parent
    const statement = list.parent
    if (!ts.isVariableStatement(statement) || !isInBlock(statement)) return { by: 'expression' }
    const isConstant = (list.flags & ts.NodeFlags.Const) !== 0
    return { by: 'name', name: parent.name.text, isConstant, statement }
  }
  if (ts.isExpressionStatement(parent) && isInBlock(parent))
    return { by: 'nobody', statement: parent, expression: whole }
  if (!ts.isBinaryExpression(parent) || parent.operatorToken.kind !== ts.SyntaxKind.EqualsToken)
    return { by: 'expression' }
  const statement = parent.parent
  if (!ts.isExpressionStatement(statement) || !isInBlock(statement) || !isPath(parent.left)) return { by: 'expression' }
  return { by: 'name', name: parent.left.getText(), isConstant: false, statement }
}

/** What the value is called where it is made: the variable, the property, or nothing. */
export function nameGiven(expression: ts.Expression): string | undefined {
  const { parent } = wholeOf(expression)
  if ((ts.isVariableDeclaration(parent) || ts.isPropertyDeclaration(parent)) && ts.isIdentifier(parent.name))
    return parent.name.text
  if (ts.isPropertyAssignment(parent) && ts.isIdentifier(parent.name)) return parent.name.text
  if (!ts.isBinaryExpression(parent) || parent.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return undefined
  return lastName(parent.left)
}

/** Whether it is one of several that the same name may hold: `ready ? it : other`. */
export function isChosen(expression: ts.Expression): boolean {
  const whole = wholeOf(expression)
  for (let at = expression; at !== whole; at = enclosingExpression(at)) {
    const { parent } = at
    if (ts.isConditionalExpression(parent) || (ts.isBinaryExpression(parent) && isChoice(parent.operatorToken.kind)))
      return true
  }
  return false
}

function enclosingExpression(node: ts.Expression): ts.Expression {
  const { parent } = node
  return ts.isExpression(parent) ? parent : node
}

/** `await it`, `it as Pool`, `old || it`, `ready ? it : other` and `it.on('error', log)` are about the same thing. */
function wholeOf(expression: ts.Expression): ts.Expression {
  const { parent } = expression
  if (
    ts.isAwaitExpression(parent) ||
    ts.isParenthesizedExpression(parent) ||
    ts.isAsExpression(parent) ||
    ts.isNonNullExpression(parent) ||
    ts.isSatisfiesExpression(parent)
  )
    return wholeOf(parent)
  if (ts.isConditionalExpression(parent) && parent.condition !== expression) return wholeOf(parent)
  if (ts.isBinaryExpression(parent) && isChoice(parent.operatorToken.kind)) return wholeOf(parent)
  if (!ts.isPropertyAccessExpression(parent) || !CHAINED.has(parent.name.text)) return expression
  return ts.isCallExpression(parent.parent) && parent.parent.expression === parent ? wholeOf(parent.parent) : expression
}

function isChoice(kind: ts.SyntaxKind): boolean {
  return kind === ts.SyntaxKind.BarBarToken || kind === ts.SyntaxKind.QuestionQuestionToken
}

/** Whether another statement can stand after it. */
function isInBlock({ parent }: ts.Statement): boolean {
  return ts.isSourceFile(parent) || ts.isBlock(parent) || ts.isModuleBlock(parent) || ts.isCaseOrDefaultClause(parent)
}

/** `pool`, `this.pool`, `module.exports.pool`. */
function isPath(node: ts.Expression): boolean {
  if (ts.isPropertyAccessExpression(node)) return isPath(node.expression)
  return ts.isIdentifier(node) || node.kind === ts.SyntaxKind.ThisKeyword
}

function lastName(node: ts.Expression): string | undefined {
  // module.exports = …
  if (node.getText() === 'module.exports' || node.getText() === 'exports.default') return undefined
  if (ts.isIdentifier(node) || ts.isPrivateIdentifier(node)) return node.text
  return ts.isPropertyAccessExpression(node) ? node.name.text.replace(/^#/, '') : undefined
}
