import { applyEdits, type TextEdit } from './text-edits.ts'
import { declaredNames, parseTypeScript, ts } from './typescript-source.ts'

/** A JavaScript module with named exports as a CommonJS module: `require` in place, and one `module.exports` at the end. */
export function toCommonJs(text: string): string {
  const source = parseTypeScript(text)
  if (!source) throw new TypeError('Not JavaScript')
  const exported = source.statements.flatMap((statement) => exportedNames(statement))
  const edits = source.statements.flatMap((statement) => [
    ...required(statement, source),
    ...withoutExport(statement, source),
  ])
  const result = applyEdits(text, edits)
  return exported.length === 0 ? result : `${result.trimEnd()}\n\nmodule.exports = { ${exported.join(', ')} }\n`
}

function required(statement: ts.Statement, source: ts.SourceFile): TextEdit[] {
  if (!ts.isImportDeclaration(statement)) return []
  const call = `require(${statement.moduleSpecifier.getText(source)})`
  const bound = boundBy(statement.importClause, source)
  return [{ start: statement.getStart(source), end: statement.end, text: bound ? `const ${bound} = ${call}` : call }]
}

function boundBy(clause: ts.ImportClause | undefined, source: ts.SourceFile): string | undefined {
  if (!clause) return undefined
  const named = clause.namedBindings
  if (!named || ts.isNamespaceImport(named)) return (named ?? clause).name?.getText(source)
  const names = named.elements.map(({ propertyName, name }) =>
    propertyName ? `${propertyName.text}: ${name.text}` : name.text,
  )
  return `{ ${names.join(', ')} }`
}

function exportedNames(statement: ts.Statement): string[] {
  if (ts.isExportDeclaration(statement) && statement.exportClause && ts.isNamedExports(statement.exportClause))
    return statement.exportClause.elements.map(({ name }) => name.text)
  return exportKeyword(statement) ? declaredNames(statement) : []
}

function withoutExport(statement: ts.Statement, source: ts.SourceFile): TextEdit[] {
  if (ts.isExportDeclaration(statement)) return [{ start: statement.pos, end: statement.end, text: '' }]
  const keyword = exportKeyword(statement)
  return keyword ? [{ start: keyword.getStart(source), end: keyword.end + 1, text: '' }] : []
}

function exportKeyword(statement: ts.Statement): ts.Modifier | undefined {
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined
  return modifiers?.find(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
}
