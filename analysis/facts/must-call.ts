import type { Builder } from './builder.ts'

/** What may stand between a doc comment and what it documents. */
const BETWEEN =
  /^(?:\s|export|default|async|abstract|declare|public|private|protected|static|const|let|[\w$]+\s*=(?!=))*$/

/** The methods that `@mustCall` names in the doc comment right before an offset. */
export function mustCallBefore(b: Builder, start: number): readonly string[] {
  const doc = b.docs.findLast(({ end }) => end <= start)
  if (!doc || start - doc.end > 200) return []
  return BETWEEN.test(b.text.slice(doc.end, start)) ? doc.methods : []
}
