import ts from 'typescript'
import { eachFile } from './rewriting.ts'
import { edited, nodesOf, parse } from './syntax.ts'

/** `const pool = new Pool()` at the top of a file as `const pool = makePool()`, with a function that makes it. */
export const wrapInFactory = eachFile((text, file) => {
  const source = parse(file, text)
  const edits = source.statements.flatMap((statement) => {
    if (!ts.isVariableStatement(statement)) return []
    return statement.declarationList.declarations.flatMap(({ name, initializer, type }) => {
      if (!ts.isIdentifier(name) || type || !initializer || !ts.isNewExpression(initializer)) return []
      if ([...nodesOf(initializer)].some((node) => ts.isAwaitExpression(node) || ts.isFunctionLike(node))) return []
      const factory = `make${name.text.charAt(0).toUpperCase()}${name.text.slice(1)}`
      const made = `function ${factory}() {\n  return ${initializer.getText()}\n}\n`
      return [
        { start: statement.getStart(), end: statement.getStart(), text: made },
        { start: initializer.getStart(), end: initializer.end, text: `${factory}()` },
      ]
    })
  })
  return edited(text, edits)
})
