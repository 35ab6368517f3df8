import { canEndInSemicolon, multilineElements, type Dialect } from './dialect.ts'
import { applyEdits, insertion, type TextEdit } from './text-edits.ts'
import { descendants, parseTypeScript, ts } from './typescript-source.ts'

/** Statements of ours, as the author of the file would have written them. */
export function inDialect(
  code: string,
  dialect: Dialect,
  { indentation = '', names = new Map<string, string>() } = {},
): string {
  const source = parseTypeScript(code)
  if (!source) throw new TypeError(`Not a statement: ${code}`)
  const edits = [...descendants(source)].flatMap((node) => [
    ...quotes(node, source, dialect),
    ...semicolons(node, source, dialect),
    ...trailingCommas(node, source, dialect),
    ...renames(node, source, names),
  ])
  return applyEdits(code, [...edits, ...indentations(source, dialect, indentation)])
}

/** Whether a name is used here as a variable, and not as a key or a member. */
export function isReference(node: ts.Node): node is ts.Identifier {
  if (!ts.isIdentifier(node)) return false
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node
  return (
    (!ts.isBindingElement(parent) && !ts.isParameter(parent) && !ts.isVariableDeclaration(parent)) ||
    isInitializer(node)
  )
}

function isInitializer(node: ts.Identifier): boolean {
  return 'initializer' in node.parent && node.parent.initializer === node
}

function quotes(node: ts.Node, source: ts.SourceFile, { quote }: Dialect): TextEdit[] {
  if (!ts.isStringLiteral(node)) return []
  const [start, end] = [node.getStart(source), node.end]
  if (/["'\\]/.test(source.text.slice(start + 1, end - 1))) return []
  return [
    { start, end: start + 1, text: quote },
    { start: end - 1, end, text: quote },
  ]
}

function semicolons(node: ts.Node, source: ts.SourceFile, dialect: Dialect): TextEdit[] {
  if (!dialect.semicolons || !canEndInSemicolon(node) || source.text[node.end - 1] === ';') return []
  return [insertion(node.end, ';')]
}

function trailingCommas(node: ts.Node, source: ts.SourceFile, dialect: Dialect): TextEdit[] {
  if (dialect.trailingCommas) return []
  const elements = multilineElements(node, source) ?? argumentsOf(node)
  return elements?.hasTrailingComma ? [{ start: elements.end - 1, end: elements.end, text: '' }] : []
}

function argumentsOf(node: ts.Node): ts.NodeArray<ts.Node> | undefined {
  if (ts.isCallExpression(node)) return node.arguments
  return ts.isFunctionLike(node) ? node.parameters : undefined
}

function renames(node: ts.Node, source: ts.SourceFile, names: ReadonlyMap<string, string>): TextEdit[] {
  const name = isReference(node) ? names.get(node.text) : undefined
  if (name === undefined) return []
  const key = ts.isShorthandPropertyAssignment(node.parent) ? `${node.getText(source)}: ` : ''
  return [{ start: node.getStart(source), end: node.end, text: key + name }]
}

/** The beginnings of all lines but the first; what a template literal begins a line with is content. */
function indentations(source: ts.SourceFile, dialect: Dialect, indentation: string): TextEdit[] {
  const templates = [...descendants(source)].filter(
    (node) => ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node),
  )
  return [...source.text.matchAll(/\r?\n([ \t]*)/g)].map(({ 0: found, 1: white = '', index }) => {
    const isContent = templates.some((node) => node.getStart(source) < index && index < node.end)
    const own = isContent ? white : indentation + ownIndentation(white, dialect.indent)
    return { start: index, end: index + found.length, text: dialect.eol + own }
  })
}

function ownIndentation(white: string, unit: string): string {
  const tabs = white.split('\t').length - 1
  const spaces = white.length - tabs
  return unit.repeat(tabs + Math.floor(spaces / 2)) + ' '.repeat(spaces % 2)
}
