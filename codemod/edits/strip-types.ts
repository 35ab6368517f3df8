import { applyEdits, type TextEdit } from './text-edits.ts'
import { descendants, parseTypeScript, ts } from './typescript-source.ts'

/** The widest line that a list of parameters is joined to, once its types are gone. */
const PRINT_WIDTH = 80

/** TypeScript with erasable syntax as the JavaScript that a person would have written: comments and blank lines stay. */
export function stripTypes(text: string): string {
  return joinParameters(edit(text, (source) => [...typesIn(source, source)]))
}

function* typesIn(node: ts.Node, source: ts.SourceFile): Generator<TextEdit> {
  if (isTypeOnly(node)) {
    yield withoutStatement(node, source)
    return
  }
  if (ts.isFunctionLike(node) && node.typeParameters) yield inAngleBrackets(node.typeParameters)
  if ((ts.isCallExpression(node) || ts.isNewExpression(node)) && node.typeArguments)
    yield inAngleBrackets(node.typeArguments)
  if ((ts.isParameter(node) || ts.isVariableDeclaration(node) || ts.isFunctionLike(node)) && node.type)
    yield { start: startOfAnnotation(node.type, node, source), end: node.type.end, text: '' }
  if (ts.isAsExpression(node) || ts.isNonNullExpression(node))
    yield { start: node.expression.end, end: node.end, text: '' }
  // (process as Process).channel
  if (ts.isParenthesizedExpression(node) && isNameAs(node.expression)) {
    yield { start: node.getStart(source), end: node.expression.getStart(source), text: '' }
    yield { start: node.end - 1, end: node.end, text: '' }
  }
  if (ts.isNamedImports(node)) yield* typeSpecifiers(node)
  const children: ts.Node[] = []
  ts.forEachChild(node, (child) => {
    if (!ts.isTypeNode(child) && !ts.isTypeParameterDeclaration(child)) children.push(child)
  })
  for (const child of children) yield* typesIn(child, source)
}

function isNameAs(node: ts.Expression): boolean {
  return ts.isAsExpression(node) && ts.isIdentifier(node.expression)
}

function isTypeOnly(node: ts.Node): boolean {
  return (
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    (ts.isImportDeclaration(node) && node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword)
  )
}

/** `{ a, type B }`; an import of types alone says so before its braces. */
function* typeSpecifiers({ elements }: ts.NamedImports): Generator<TextEdit> {
  for (const [index, each] of elements.entries()) {
    const start = elements[index - 1]?.end ?? each.pos
    if (each.isTypeOnly) yield { start, end: index === 0 ? (elements[1]?.pos ?? each.end) : each.end, text: '' }
  }
}

/** A statement with the comment above it; what stands behind the one before it on its line stays. */
function withoutStatement(node: ts.Node, { text }: ts.SourceFile): TextEdit {
  const before = ts.getTrailingCommentRanges(text, node.pos)?.at(-1)?.end ?? node.pos
  const after = ts.getTrailingCommentRanges(text, node.end)?.at(-1)?.end ?? node.end
  return before === 0
    ? { start: 0, end: after + (/^(\r?\n)+/.exec(text.slice(after))?.[0].length ?? 0), text: '' }
    : { start: before, end: after, text: '' }
}

/** Where the colon stands, or the question mark before it. */
function startOfAnnotation(type: ts.TypeNode, node: ts.Node, { text }: ts.SourceFile): number {
  if (ts.isParameter(node) && node.questionToken) return node.questionToken.getStart()
  return text.lastIndexOf(':', type.getFullStart())
}

function inAngleBrackets({ pos, end }: ts.NodeArray<ts.Node>): TextEdit {
  return { start: pos - 1, end: end + 1, text: '' }
}

/** `f(\n  one,\n  other,\n)` on one line, where that is short without the types. */
function joinParameters(text: string): string {
  return edit(text, (source) => [...descendants(source)].flatMap((node) => joined(node, source)))
}

function joined(node: ts.Node, { text }: ts.SourceFile): TextEdit[] {
  if (!ts.isFunctionDeclaration(node) || !node.body) return []
  const { pos, end } = node.parameters
  const close = text.indexOf(')', end)
  const list = text.slice(pos, close)
  const one = list
    .trim()
    .replace(/,$/, '')
    .replace(/\s*\n\s*/g, ' ')
  const line = text.slice(text.lastIndexOf('\n', pos) + 1, pos) + one + text.slice(close, node.body.getStart() + 1)
  if (!list.includes('\n') || line.length > PRINT_WIDTH) return []
  return [{ start: pos, end: close, text: one }]
}

function edit(text: string, locate: (source: ts.SourceFile) => readonly TextEdit[]): string {
  const source = parseTypeScript(text)
  if (!source) throw new TypeError('Not TypeScript')
  return applyEdits(text, locate(source))
}
