import { ts } from 'ts-morph'
import { behindByteOrderMark } from './byte-order-mark.ts'
import { applyEdits, type TextEdit } from './text-edits.ts'
import type { Unplaced } from './unplaced-edit.ts'

export { ts }

/** Parses, locates the edits, applies them as text, and gives back nothing that does not parse. */
export function editTypeScript(
  text: string,
  unplaced: Unplaced,
  locate: (source: ts.SourceFile) => readonly TextEdit[],
): string {
  return behindByteOrderMark(text, (text) => {
    const source = parseTypeScript(text)
    if (!source) throw unplaced('The file does not parse')
    const edits = locate(source)
    if (edits.length === 0) return text
    const result = applyEdits(text, edits)
    if (!parseTypeScript(result)) throw unplaced('With the edit the file would not parse')
    return result
  })
}

/** TypeScript or JavaScript, with or without JSX. */
export function parseTypeScript(text: string): ts.SourceFile | undefined {
  return [ts.ScriptKind.TS, ts.ScriptKind.TSX].map((kind) => parse(text, kind)).find((source) => !hasErrors(source))
}

export function parseJson(text: string): ts.ObjectLiteralExpression | undefined {
  const source = parse(text, ts.ScriptKind.JSON)
  const [statement] = source.statements
  if (hasErrors(source) || !statement || !ts.isExpressionStatement(statement)) return undefined
  return ts.isObjectLiteralExpression(statement.expression) ? statement.expression : undefined
}

/** The node and everything below it, in the order of the text. */
export function* descendants(node: ts.Node): Generator<ts.Node> {
  yield node
  const children: ts.Node[] = []
  ts.forEachChild(node, (child) => {
    children.push(child)
  })
  for (const child of children) yield* descendants(child)
}

/** `(a)`, `a as B`, `a satisfies B` and `a!` are `a`. */
export function unwrap(node: ts.Expression): ts.Expression {
  if (
    ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isSatisfiesExpression(node) ||
    ts.isNonNullExpression(node)
  )
    return unwrap(node.expression)
  return node
}

/** The names that a declaration binds: one, or those of a pattern. */
export function boundNames(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text]
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? boundNames(element.name) : []))
}

/** The names that a statement declares for its block. */
export function declaredNames(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) => boundNames(name))
  const named =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isEnumDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement)
  return named && statement.name ? [statement.name.text] : []
}

function parse(text: string, kind: ts.ScriptKind): ts.SourceFile {
  return ts.createSourceFile('file', text, ts.ScriptTarget.ESNext, true, kind)
}

function hasErrors(source: ts.SourceFile): boolean {
  // `ts` keeps the syntax errors of a file on the file, and does not say so in its types.
  return 'parseDiagnostics' in source && Array.isArray(source.parseDiagnostics) && source.parseDiagnostics.length > 0
}
