import type { TextEdit } from './text-edits.ts'
import { descendants, ts } from './typescript-source.ts'

/** Writes `it ??= made()` as `it = it ?? made()`, which TypeScript before 4.0 can read too. */
export function plainAssignments(source: ts.SourceFile): TextEdit[] {
  return [...descendants(source)].flatMap((node) => {
    if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.QuestionQuestionEqualsToken) return []
    const { operatorToken, left } = node
    return [{ start: operatorToken.getStart(source), end: operatorToken.end, text: `= ${left.getText(source)} ??` }]
  })
}
