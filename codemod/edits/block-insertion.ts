import { endedBefore } from './ended-before.ts'
import { startWithComments } from './comments.ts'
import { insertion, type TextEdit } from './text-edits.ts'
import { indentationAt, isFirstOnLine, lineEnd, lineStart } from './text-lines.ts'
import { ts } from './typescript-source.ts'
import type { Dialect } from './dialect.ts'

/** The white space that stands before each statement of a block, or would. */
export function blockIndentation(block: ts.Block, source: ts.SourceFile, { indent }: Dialect): string {
  const { text } = source
  const first = block.statements
    .map((statement) => statement.getStart(source))
    .find((start) => isFirstOnLine(text, start))
  return first === undefined ? indentationAt(text, block.getStart(source)) + indent : indentationAt(text, first)
}

/** Inserts lines before a statement and the comments above it; without a statement, at the end of the block. */
export function insertIntoBlock(
  block: ts.Block,
  before: ts.Statement | undefined,
  lines: readonly string[],
  source: ts.SourceFile,
  dialect: Dialect,
): TextEdit[] {
  const separator = dialect.eol + blockIndentation(block, source, dialect)
  return before
    ? beforeStatement(block, before, lines, separator, source, dialect)
    : atEnd(block, lines, separator, source, dialect)
}

function beforeStatement(
  block: ts.Block,
  statement: ts.Statement,
  lines: readonly string[],
  separator: string,
  source: ts.SourceFile,
  dialect: Dialect,
): TextEdit[] {
  const { text } = source
  const start = startWithComments(source, statement)
  const added = endedBefore(lines.join(separator), text.slice(start)) + separator
  if (isFirstOnLine(text, start)) return [insertion(start, added)]
  const white = text.slice(0, start).trimEnd().length
  const opened = { start: white, end: start, text: separator + added }
  return [opened, ...closingBrace(block, source, dialect)]
}

function atEnd(
  block: ts.Block,
  lines: readonly string[],
  separator: string,
  source: ts.SourceFile,
  dialect: Dialect,
): TextEdit[] {
  const { text } = source
  const open = block.getStart(source) + 1
  const close = block.end - 1
  const end = open + text.slice(open, close).trimEnd().length
  const added = separator + lines.join(separator)
  if (isFirstOnLine(text, close)) return [insertion(end, added)]
  const last = block.statements[0]
  const opened = last ? [{ start: open, end: last.getStart(source), text: separator }] : []
  const isOneLine =
    last && text.slice(open, last.getStart(source)).trim() === '' && !isFirstOnLine(text, last.getStart(source))
  return [
    ...(isOneLine ? opened : []),
    { start: end, end: close, text: added + dialect.eol + indentationAt(text, open) },
  ]
}

/** A brace that closes the line of a statement goes to a line of its own. */
function closingBrace(block: ts.Block, source: ts.SourceFile, { eol }: Dialect): TextEdit[] {
  const { text } = source
  const close = block.end - 1
  if (lineStart(text, close) > block.getStart(source) || lineEnd(text, block.getStart(source)) < close) return []
  const end = text.slice(0, close).trimEnd().length
  return [{ start: end, end: close, text: eol + indentationAt(text, block.getStart(source)) }]
}
