import { lineEnding } from './text-lines.ts'
import { descendants, ts } from './typescript-source.ts'

/** How the author of a file writes, where the language leaves the choice. */
export interface Dialect {
  readonly eol: '\r\n' | '\n'
  readonly indent: string
  readonly quote: '"' | "'"
  readonly semicolons: boolean
  readonly trailingCommas: boolean
  /** `{ a }` and not `{a}`. */
  readonly spacedBraces: boolean
}

export function readDialect(source: ts.SourceFile): Dialect {
  const nodes = [...descendants(source)]
  const { text } = source
  return {
    eol: lineEnding(text),
    indent: indentUnit(text),
    quote: mostly(
      nodes.map((node) => isDoubleQuoted(node, source)),
      false,
    )
      ? '"'
      : "'",
    semicolons: mostly(
      nodes.map((node) => endsInSemicolon(node, source)),
      false,
    ),
    trailingCommas: mostly(
      nodes.map((node) => hasTrailingComma(node, source)),
      true,
    ),
    spacedBraces: mostly(
      nodes.map((node) => hasSpacedBraces(node, source)),
      true,
    ),
  }
}

export function canEndInSemicolon(node: ts.Node): boolean {
  return (
    ts.isImportDeclaration(node) ||
    ts.isExportDeclaration(node) ||
    ts.isVariableStatement(node) ||
    ts.isExpressionStatement(node) ||
    ts.isReturnStatement(node) ||
    ts.isThrowStatement(node) ||
    ts.isTypeAliasDeclaration(node) ||
    (ts.isPropertySignature(node) && ts.isInterfaceDeclaration(node.parent))
  )
}

/** The elements of a literal if each stands on lines of its own, and the place after the last. */
export function multilineElements(node: ts.Node, source: ts.SourceFile): ts.NodeArray<ts.Node> | undefined {
  const elements = ts.isObjectLiteralExpression(node)
    ? node.properties
    : ts.isArrayLiteralExpression(node) || ts.isNamedImports(node)
      ? node.elements
      : undefined
  const last = elements?.at(-1)
  if (!last || !source.text.slice(last.end, node.end).includes('\n')) return undefined
  return elements
}

/** The difference that most often stands between the indentations of two lines in a row. */
function indentUnit(text: string): string {
  const counts = new Map<string, number>()
  let previous = ''
  for (const line of text.split('\n')) {
    const indentation = /^[ \t]*(?![*\s])/.exec(line)?.[0]
    if (indentation === undefined) continue
    if (indentation.length > previous.length && indentation.startsWith(previous)) {
      const step = indentation.slice(previous.length)
      counts.set(step, (counts.get(step) ?? 0) + 1)
    }
    previous = indentation
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a)
  if (!most) return '  '
  return most[0].startsWith('\t') ? '\t' : most[0]
}

function isDoubleQuoted(node: ts.Node, source: ts.SourceFile): boolean | undefined {
  if (!ts.isStringLiteral(node) || ts.isJsxAttribute(node.parent) || /["']/.test(node.text)) return undefined
  return source.text[node.getStart(source)] === '"'
}

function endsInSemicolon(node: ts.Node, source: ts.SourceFile): boolean | undefined {
  return canEndInSemicolon(node) ? source.text[node.end - 1] === ';' : undefined
}

function hasTrailingComma(node: ts.Node, source: ts.SourceFile): boolean | undefined {
  return multilineElements(node, source)?.hasTrailingComma
}

function hasSpacedBraces(node: ts.Node, source: ts.SourceFile): boolean | undefined {
  if (!ts.isNamedImports(node) && !ts.isObjectBindingPattern(node)) return undefined
  if (node.elements.length === 0) return undefined
  return /^\{\s/.test(node.getText(source))
}

function mostly(votes: readonly (boolean | undefined)[], otherwise: boolean): boolean {
  const yes = votes.filter((vote) => vote === true).length
  const no = votes.filter((vote) => vote === false).length
  return yes === no ? otherwise : yes > no
}
