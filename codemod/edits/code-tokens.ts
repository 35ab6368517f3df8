import { ts } from './typescript-source.ts'

/** The code without white space, comments, semicolons, trailing commas and the kind of quotes: to compare by. */
export function codeTokens(node: ts.Node, source: ts.SourceFile): string {
  const tokens = [...tokensOf(node, source)]
  return tokens.filter((token, index) => token !== ';' && !(token === ',' && isClosing(tokens[index + 1]))).join(' ')
}

function* tokensOf(node: ts.Node, source: ts.SourceFile): Generator<string> {
  if (ts.isStringLiteral(node)) {
    yield JSON.stringify(node.text)
    return
  }
  const children = node.getChildren(source)
  const text = node.getText(source)
  if (children.length === 0 && text !== '') yield text
  for (const child of children) if (!ts.isJSDoc(child)) yield* tokensOf(child, source)
}

function isClosing(token: string | undefined): boolean {
  return token === ')' || token === ']' || token === '}'
}
