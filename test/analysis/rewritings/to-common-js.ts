import ts from 'typescript'
import type { Rewriting } from './rewriting.ts'
import { edited, nodesOf, parse, type Edit } from './syntax.ts'

const CODE = /\.[cm]?[jt]s$/

/** ES modules as people write CommonJS. Not where a file awaits at its top, asks where it stands, or is CommonJS already. */
export const toCommonJs: Rewriting = (files) => {
  const rewritten = new Map(files)
  for (const [file, text] of files) {
    if (!CODE.test(file)) continue
    const source = parse(file, text)
    if (/\bmodule\.exports\b/.test(text)) return undefined
    if ([...nodesOf(source)].some((node) => isAwaitedAtTop(node) || ts.isMetaProperty(node))) return undefined
    rewritten.set(file, rewrite(source, text))
  }
  return [...files].some(([file, text]) => rewritten.get(file) !== text) ? rewritten : undefined
}

function rewrite(source: ts.SourceFile, text: string): string {
  const exported: string[] = []
  const edits = source.statements.flatMap((statement) => rewriteStatement(statement, exported))
  const door = exported.length > 0 ? `module.exports = { ${exported.join(', ')} }\n` : ''
  return edited(text, edits) + door
}

function rewriteStatement(statement: ts.Statement, exported: string[]): Edit[] {
  const whole = (text: string): Edit[] => [{ start: statement.getStart(), end: statement.end, text }]
  // A semicolon that begins the next line ends this statement.
  const semicolon = statement.getText().endsWith(';') ? ';' : ''
  if (ts.isImportDeclaration(statement)) return whole(requires(statement).join('\n') + semicolon)
  if (ts.isExportDeclaration(statement)) {
    const { exportClause, moduleSpecifier } = statement
    const from = moduleSpecifier && `require(${moduleSpecifier.getText()})`
    if (statement.isTypeOnly) return whole('')
    if (!exportClause) exported.push(`...${from}`)
    else if (ts.isNamespaceExport(exportClause)) exported.push(`${exportClause.name.text}: ${from}`)
    else
      for (const { name, propertyName, isTypeOnly } of exportClause.elements)
        if (!isTypeOnly) exported.push(`${name.text}: ${from ? `${from}.` : ''}${(propertyName ?? name).text}`)
    return whole('')
  }
  if (ts.isExportAssignment(statement)) {
    exported.push('default: exportedByDefault')
    return whole(`const exportedByDefault = ${statement.expression.getText()}`)
  }
  return withoutExport(statement, exported)
}

function requires({ importClause, moduleSpecifier }: ts.ImportDeclaration): string[] {
  const from = `require(${moduleSpecifier.getText()})`
  if (!importClause) return [from]
  if (importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return []
  const { name, namedBindings } = importClause
  const isOwn = /^['"]\./.test(moduleSpecifier.getText())
  const lines = name ? [isOwn ? `const { default: ${name.text} } = ${from}` : `const ${name.text} = ${from}`] : []
  if (namedBindings && ts.isNamespaceImport(namedBindings)) lines.push(`const ${namedBindings.name.text} = ${from}`)
  if (namedBindings && ts.isNamedImports(namedBindings)) {
    const names = namedBindings.elements
      .filter(({ isTypeOnly }) => !isTypeOnly)
      .map(({ name, propertyName }) => (propertyName ? `${propertyName.text}: ${name.text}` : name.text))
    if (names.length > 0) lines.push(`const { ${names.join(', ')} } = ${from}`)
  }
  return lines
}

function withoutExport(statement: ts.Statement, exported: string[]): Edit[] {
  const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : []
  const words = modifiers.filter(
    ({ kind }: ts.Node) => kind === ts.SyntaxKind.ExportKeyword || kind === ts.SyntaxKind.DefaultKeyword,
  )
  const [first] = words
  const last = words.at(-1)
  if (!first || !last) return []
  const end = last.end + 1
  const isDeclared = ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)
  if (words.length === 2 && isDeclared) {
    exported.push(`default: ${statement.name?.text ?? 'exportedByDefault'}`)
    return [{ start: first.getStart(), end, text: statement.name ? '' : 'const exportedByDefault = ' }]
  }
  if (isDeclared && statement.name) exported.push(statement.name.text)
  if (ts.isVariableStatement(statement))
    exported.push(...[...nodesOf(statement.declarationList)].filter(isBound).map(({ name }) => name.getText()))
  return [{ start: first.getStart(), end, text: '' }]
}

function isBound(node: ts.Node): node is ts.VariableDeclaration | ts.BindingElement {
  const isDeclared = ts.isVariableDeclaration(node) || ts.isBindingElement(node)
  return isDeclared && ts.isIdentifier(node.name) && ts.findAncestor(node, ts.isFunctionLike) === undefined
}

function isAwaitedAtTop(node: ts.Node): boolean {
  const isAwait =
    ts.isAwaitExpression(node) ||
    (ts.isForOfStatement(node) && node.awaitModifier !== undefined) ||
    (ts.isVariableDeclarationList(node) && node.getText().startsWith('await using '))
  return isAwait && ts.findAncestor(node, ts.isFunctionLike) === undefined
}
