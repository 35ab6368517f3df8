import { isBlankLine, lineEnd, lineStart } from './text-lines.ts'
import { ts } from './typescript-source.ts'

/** The start of the comments that stand directly above a node, or of the node itself. */
export function startWithComments(source: ts.SourceFile, node: ts.Node): number {
  const { text } = source
  let start = node.getStart(source)
  for (const comment of (ts.getLeadingCommentRanges(text, node.getFullStart()) ?? []).reverse()) {
    const between = text.slice(comment.end, start)
    const ownLine = text.slice(lineStart(text, comment.pos), comment.pos).trim() === ''
    if (!ownLine || between.split('\n').length > 2) break
    start = comment.pos
  }
  return start
}

export function hasTrailingComment(source: ts.SourceFile, node: ts.Node): boolean {
  return ts.getTrailingCommentRanges(source.text, node.end) !== undefined
}

/** The end of the line on which a position stands, after the comments that follow it there. */
export function endWithComments(text: string, position: number): number {
  const last = ts.getTrailingCommentRanges(text, position)?.at(-1)
  return lineEnd(text, last?.end ?? position)
}

export function isFollowedByBlankLine(text: string, position: number): boolean {
  const next = text.indexOf('\n', position) + 1
  return next > 0 && next < text.length && isBlankLine(text, next)
}
