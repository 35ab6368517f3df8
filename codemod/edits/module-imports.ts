import { descendants, ts, unwrap } from './typescript-source.ts'

export interface ImportedName {
  /** The name in the module; `default`, or `*` for all of it. */
  readonly imported: string
  readonly local: string
  readonly typeOnly: boolean
}

/** One import of one module: `import …`, `import a = require('a')`, `const a = require('a')` or `require('a')`. */
export interface ModuleImport {
  readonly statement: ts.Statement
  readonly from: string
  readonly names: readonly ImportedName[]
  /** `import type`. */
  readonly typeOnly: boolean
  /** Where more names can be written. */
  readonly list?: ts.NamedImports | ts.ObjectBindingPattern | undefined
  /** The default import, if the braces can be written after it. */
  readonly defaultName?: ts.Identifier | undefined
}

export function readImports(source: ts.SourceFile): ModuleImport[] {
  return source.statements.flatMap((statement) => {
    if (ts.isImportDeclaration(statement)) return esImport(statement)
    if (ts.isImportEqualsDeclaration(statement)) return importEquals(statement)
    if (ts.isExpressionStatement(statement)) return sideEffectRequire(statement)
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.flatMap((declaration) => requireOf(statement, declaration))
    return []
  })
}

export function isCommonJs(source: ts.SourceFile): boolean {
  if (source.statements.some(isEsSyntax)) return false
  for (const node of descendants(source)) {
    if (isRequire(node)) return true
    if (ts.isIdentifier(node) && /^(module|exports|__dirname|__filename)$/.test(node.text)) return true
    if (ts.isMetaProperty(node)) return false
    if (ts.isAwaitExpression(node) && !ts.findAncestor(node, ts.isFunctionLike)) return false
  }
  const [first] = source.statements
  return first !== undefined && isDirective(first)
}

export function isDirective(statement: ts.Statement): boolean {
  return ts.isExpressionStatement(statement) && ts.isStringLiteral(statement.expression)
}

/** Whether two specifiers of one file name one module: `node:fs` is `fs`, `./redis.js` is `./redis`. */
export function isSameModule(one: string, other: string): boolean {
  return withoutSpelling(one) === withoutSpelling(other)
}

/** Tells of an expression whether it is that export of a module, under whatever name it was imported. */
export function readsExport(
  imports: readonly ModuleImport[],
  isModule: (from: string) => boolean,
  exported: string,
): (expression: ts.Expression) => boolean {
  const names = imports.filter(({ from }) => isModule(from)).flatMap((one) => one.names)
  const locals = new Set(names.filter(({ imported }) => imported === exported).map(({ local }) => local))
  const modules = new Set(names.filter(({ imported }) => imported === '*').map(({ local }) => local))
  return (expression) => {
    const bare = unwrap(expression)
    if (ts.isIdentifier(bare)) return locals.has(bare.text)
    if (!ts.isPropertyAccessExpression(bare) || bare.name.text !== exported) return false
    return ts.isIdentifier(bare.expression) && modules.has(bare.expression.text)
  }
}

function esImport(statement: ts.ImportDeclaration): ModuleImport[] {
  if (!ts.isStringLiteral(statement.moduleSpecifier)) return []
  const clause = statement.importClause
  const bindings = clause?.namedBindings
  const typeOnly = clause?.phaseModifier === ts.SyntaxKind.TypeKeyword
  const names: ImportedName[] = []
  if (clause?.name) names.push({ imported: 'default', local: clause.name.text, typeOnly })
  if (bindings && ts.isNamespaceImport(bindings)) names.push({ imported: '*', local: bindings.name.text, typeOnly })
  if (bindings && ts.isNamedImports(bindings))
    for (const { propertyName, name, isTypeOnly } of bindings.elements)
      names.push({ imported: (propertyName ?? name).text, local: name.text, typeOnly: typeOnly || isTypeOnly })
  const plain = !statement.attributes && clause?.phaseModifier !== ts.SyntaxKind.DeferKeyword
  return [
    {
      statement,
      from: statement.moduleSpecifier.text,
      names,
      typeOnly,
      list: plain && bindings && ts.isNamedImports(bindings) && !(typeOnly && clause.name) ? bindings : undefined,
      defaultName: plain && !bindings && !typeOnly ? clause?.name : undefined,
    },
  ]
}

function importEquals(statement: ts.ImportEqualsDeclaration): ModuleImport[] {
  const { moduleReference, name, isTypeOnly: typeOnly } = statement
  if (!ts.isExternalModuleReference(moduleReference) || !ts.isStringLiteral(moduleReference.expression)) return []
  const names = [{ imported: '*', local: name.text, typeOnly }]
  return [{ statement, from: moduleReference.expression.text, names, typeOnly }]
}

function sideEffectRequire(statement: ts.ExpressionStatement): ModuleImport[] {
  const from = requiredModule(statement.expression)
  return from === undefined ? [] : [{ statement, from, names: [], typeOnly: false }]
}

function requireOf(statement: ts.VariableStatement, { name, initializer }: ts.VariableDeclaration): ModuleImport[] {
  if (!initializer) return []
  const typeOnly = false
  // const open = require('./redis').openRedis
  if (ts.isPropertyAccessExpression(initializer) && ts.isIdentifier(name)) {
    const from = requiredModule(initializer.expression)
    const names = [{ imported: initializer.name.text, local: name.text, typeOnly }]
    return from === undefined ? [] : [{ statement, from, names, typeOnly }]
  }
  const from = requiredModule(initializer)
  if (from === undefined) return []
  if (ts.isIdentifier(name))
    return [{ statement, from, names: [{ imported: '*', local: name.text, typeOnly }], typeOnly }]
  if (!ts.isObjectBindingPattern(name)) return []
  const names = name.elements.flatMap((element) =>
    ts.isIdentifier(element.name) && !element.dotDotDotToken
      ? [{ imported: element.propertyName?.getText() ?? element.name.text, local: element.name.text, typeOnly }]
      : [],
  )
  return [{ statement, from, names, typeOnly, list: name }]
}

function requiredModule(expression: ts.Expression): string | undefined {
  if (!isRequire(expression)) return undefined
  const [argument] = expression.arguments
  return argument && ts.isStringLiteral(argument) ? argument.text : undefined
}

function isRequire(node: ts.Node): node is ts.CallExpression {
  return ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'require'
}

function isEsSyntax(statement: ts.Statement): boolean {
  if (ts.isImportDeclaration(statement) || ts.isImportEqualsDeclaration(statement)) return true
  if (ts.isExportDeclaration(statement) || ts.isExportAssignment(statement)) return true
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false
}

function withoutSpelling(from: string): string {
  if (from.startsWith('.')) return from.replace(/\.[cm]?[jt]sx?$/, '').replace(/\/index$/, '')
  return from.replace(/^node:/, '')
}
