import { posix } from 'node:path'
import ts from 'typescript'
import type { Rewriting } from './rewriting.ts'
import { edited, nodesOf, parse } from './syntax.ts'

const CODE = /\.[cm]?ts$/

/** Moves one function of each file into a file of its own, with the imports that it needs. */
export const splitFile: Rewriting = (files) => {
  const split = new Map(files)
  for (const [file, text] of files) {
    const parts = CODE.test(file) ? splitOne(file, text) : undefined
    if (parts) for (const [name, part] of parts) split.set(name, part)
  }
  return split.size > files.size ? split : undefined
}

function splitOne(file: string, text: string): ReadonlyMap<string, string> | undefined {
  const source = parse(file, text)
  if (!source.statements.some(ts.isImportDeclaration)) return undefined
  const declared = new Map(source.statements.flatMap((each) => declaredBy(each).map((name) => [name, each] as const)))
  const moved = source.statements.find((each) => ts.isFunctionDeclaration(each) && canMove(each, declared))
  if (!moved || !ts.isFunctionDeclaration(moved) || !moved.name) return undefined
  const needed = [...namesIn(moved)].filter((name) => declared.has(name) && name !== moved.name?.text)
  const own = needed.filter((name) => !isImport(declared.get(name)))
  const imports = new Set(needed.map((name) => declared.get(name)).filter(isImport))
  const extension = posix.extname(file)
  const other = `${posix.join(posix.dirname(file), `${posix.basename(file, extension)}-part`)}${extension}`
  const isExported = (moved.modifiers ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  const part = [
    ...[...imports].map((each) => each?.getText() ?? ''),
    ...(own.length > 0 ? [`import { ${own.join(', ')} } from './${posix.basename(file)}'`] : []),
    `${isExported ? '' : 'export '}${moved.getText()}`,
    '',
  ].join('\n')
  const unexported = own.filter((name) => !isExport(declared.get(name)))
  const door = [
    `import { ${moved.name.text} } from './${posix.basename(other)}'`,
    ...(isExported ? [`export { ${moved.name.text} }`] : []),
    ...(unexported.length > 0 ? [`export { ${unexported.join(', ')} }`] : []),
  ].join('\n')
  const rest = edited(text, [{ start: moved.getStart(), end: moved.end, text: door }])
  return new Map([
    [file, rest],
    [other, part],
  ])
}

function declaredBy(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : []))
  if (ts.isImportDeclaration(statement)) return [...nodesOf(statement)].filter(ts.isIdentifier).map(({ text }) => text)
  const isNamed = ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)
  return isNamed && statement.name ? [statement.name.text] : []
}

/** Not a default export, and nothing that gives a new value to what stays behind: an import can not be given one. */
function canMove(fn: ts.FunctionDeclaration, declared: ReadonlyMap<string, ts.Statement>): boolean {
  const isDefault = (fn.modifiers ?? []).some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword)
  const assigns = [...nodesOf(fn)].some(
    (node) =>
      (ts.isBinaryExpression(node) &&
        node.operatorToken.kind >= ts.SyntaxKind.FirstAssignment &&
        node.operatorToken.kind <= ts.SyntaxKind.LastAssignment &&
        ts.isIdentifier(node.left) &&
        declared.has(node.left.text)) ||
      ((ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) && ts.isIdentifier(node.operand)),
  )
  return fn.body !== undefined && !isDefault && !assigns
}

function namesIn(node: ts.Node): ReadonlySet<string> {
  return new Set([...nodesOf(node)].filter(ts.isIdentifier).map(({ text }) => text))
}

function isImport(statement: ts.Statement | undefined): boolean {
  return statement !== undefined && ts.isImportDeclaration(statement)
}

function isExport(statement: ts.Statement | undefined): boolean {
  const modifiers = statement && ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : []
  return modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
}
