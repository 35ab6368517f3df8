import type { TextEdit } from './text-edits.ts'
import { ts } from './typescript-source.ts'

/** `import { a, type B }` as two imports, for a compiler that does not know the word there: TypeScript before 4.5. */
export function splitTypeImports(statement: ts.Statement, source: ts.SourceFile): TextEdit[] {
  const named = ts.isImportDeclaration(statement) ? statement.importClause?.namedBindings : undefined
  if (!ts.isImportDeclaration(statement) || !named || !ts.isNamedImports(named)) return []
  const types = named.elements.filter(({ isTypeOnly }) => isTypeOnly)
  if (types.length === 0) return []
  const values = named.elements.filter(({ isTypeOnly }) => !isTypeOnly).map((each) => each.getText(source))
  const typeNames = types.map((each) => each.getText(source).replace(/^type\s+/, ''))
  const from = statement.moduleSpecifier.getText(source)
  const lines = [`import { ${values.join(', ')} } from ${from}`, `import type { ${typeNames.join(', ')} } from ${from}`]
  return [{ start: statement.getStart(source), end: statement.end, text: lines.join('\n') }]
}
