import { blockIndentation, insertIntoBlock } from './block-insertion.ts'
import { codeTokens } from './code-tokens.ts'
import { readDialect } from './dialect.ts'
import { inDialect } from './in-dialect.ts'
import { readImports, type ModuleImport } from './module-imports.ts'
import { findRunCallback, lifecycleExport } from './run-callback.ts'
import { callbackEdits, parameterNames } from './run-parameters.ts'
import { declaredNames, descendants, editTypeScript, parseTypeScript, ts } from './typescript-source.ts'
import { UnplacedEdit, type Unplaced } from './unplaced-edit.ts'

/** Before the server is declared, before it listens, or after everything that is there. */
export type PlaceInRun = 'server' | 'listen' | 'end'

export interface StatementsToInsert {
  readonly statements: readonly string[]
  readonly before: PlaceInRun
}

const described: Record<PlaceInRun, string> = {
  server: 'before the server is created',
  listen: 'before the server listens',
  end: 'at its end',
}

/** Inserts statements into the callback of the lifecycle's `run`, those that are not there yet. */
export function insertIntoRun(text: string, what: StatementsToInsert): string {
  const unplaced: Unplaced = (place) =>
    new UnplacedEdit({
      place,
      instruction: `in the function given to \`run\`, ${described[what.before]}, write\n${what.statements.join('\n')}`,
    })
  return editTypeScript(text, unplaced, (source) => {
    // Also where the function is one that nothing can be inserted into: a person has written the statements there.
    if (what.statements.every((statement) => isThere(statement, 'own', source, source))) return []
    const imports = readImports(source)
    const { callback, body } = findRunCallback(source, imports, unplaced)
    const names = parameterNames(callback, unplaced)
    const dialect = readDialect(source)
    const style = { names, indentation: blockIndentation(body, source, dialect) }
    const own = names.get('own') ?? 'own'
    const missing = what.statements.filter(
      (statement) => !isThere(inDialect(statement, dialect, style), own, body, source),
    )
    if (missing.length === 0) return []
    assertFree(missing, body, unplaced)
    const before = findPlace(body, what.before, imports, unplaced)
    const lines = missing.map((statement) => inDialect(statement, dialect, style))
    return [...callbackEdits(callback, missing, source), ...insertIntoBlock(body, before, lines, source, dialect)]
  })
}

/** A statement is there if its text is, or if the file already owns something by its name. */
function isThere(statement: string, own: string, root: ts.Node, source: ts.SourceFile): boolean {
  const parsed = parseTypeScript(statement)
  if (!parsed) return false
  const name = ownedNames(parsed, own)[0]
  if (name !== undefined) return ownedNames(source, own).includes(name)
  const tokens = parsed.statements.map((one) => codeTokens(one, parsed)).join(' ')
  return [...descendants(root)].some((node) => ts.isStatement(node) && codeTokens(node, source) === tokens)
}

function ownedNames(root: ts.Node, own: string): string[] {
  return [...descendants(root)].flatMap((node) => {
    if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression) || node.expression.text !== own) return []
    const [name] = node.arguments
    return name && ts.isStringLiteralLike(name) ? [name.text] : []
  })
}

function assertFree(statements: readonly string[], body: ts.Block, unplaced: Unplaced): void {
  const taken = new Set(body.statements.flatMap(declaredNames))
  const declared = statements.flatMap(
    (statement) => parseTypeScript(statement)?.statements.flatMap(declaredNames) ?? [],
  )
  const name = declared.find((one) => taken.has(one))
  if (name !== undefined) throw unplaced(`The function given to \`run\` already declares \`${name}\``)
}

/** The statement to insert before; none for the end of the body. */
function findPlace(
  body: ts.Block,
  before: PlaceInRun,
  imports: readonly ModuleImport[],
  unplaced: Unplaced,
): ts.Statement | undefined {
  const { statements } = body
  const last = statements.at(-1)
  if (before === 'end') return last && (ts.isReturnStatement(last) || ts.isThrowStatement(last)) ? last : undefined
  if (statements.length === 0) return undefined
  const declaresServer = statements.find((statement) => declaredNames(statement).includes('server'))
  const isListen = lifecycleExport(imports, 'listen')
  const listens = statements.find((statement) =>
    [...descendants(statement)].some((node) => ts.isCallExpression(node) && isListen(node.expression)),
  )
  const found = before === 'server' ? (declaresServer ?? listens) : listens
  if (!found)
    throw unplaced(`The function given to \`run\` neither declares \`server\` nor calls the lifecycle's \`listen\``)
  return found
}
