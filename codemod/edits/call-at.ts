import { descendants, ts } from './typescript-source.ts'

/** The call that stands at these offsets. */
export function callAt(
  source: ts.SourceFile,
  { start, end }: { readonly start: number; readonly end: number },
): ts.CallExpression | ts.NewExpression | undefined {
  for (const node of descendants(source)) {
    if (node.end !== end || node.getStart(source) !== start) continue
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) return node
  }
  return undefined
}
