import ts from 'typescript'

export function parse(file: string, text: string): ts.SourceFile {
  return ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true)
}

/** The node and all below it, in the order of the text. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node
  for (const child of node.getChildren()) yield* nodesOf(child)
}

export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

export function edited(text: string, edits: readonly Edit[]): string {
  let result = text
  for (const { start, end, text: put } of [...edits].sort((a, b) => b.start - a.start))
    result = result.slice(0, start) + put + result.slice(end)
  return result
}
