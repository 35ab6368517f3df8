import { endWithComments, hasTrailingComment, isFollowedByBlankLine, startWithComments } from './comments.ts'
import { orderOf, rankOf } from './import-order.ts'
import { isDirective, isSameModule, type ModuleImport } from './module-imports.ts'
import { insertion, type TextEdit } from './text-edits.ts'
import { lineEnd, lineEnding } from './text-lines.ts'
import { ts } from './typescript-source.ts'

/** Places a whole new import among those that are there. */
export function insertImportLine(
  source: ts.SourceFile,
  imports: readonly ModuleImport[],
  from: string,
  line: string,
): TextEdit {
  const eol = lineEnding(source.text)
  const [first] = imports
  if (!first) return atTop(source, line)
  const twin = imports.findLast((one) => isSameModule(one.from, from))
  if (twin) return afterStatement(source, twin.statement, eol + line)

  const previous = predecessor(source, imports, from)
  if (!previous) {
    const gap = rankOf(first.from) !== rankOf(from) && areGroupsApart(source, imports) ? eol : ''
    return insertion(first.statement.getStart(source), line + eol + gap)
  }
  const next = imports[imports.indexOf(previous) + 1]
  const opensGroup = rankOf(previous.from) !== rankOf(from) && areGroupsApart(source, imports)
  if (opensGroup && next && rankOf(next.from) === rankOf(from) && isApart(source, next))
    return hasCommentAbove(source, next)
      ? afterStatement(source, next.statement, eol + line)
      : insertion(next.statement.getStart(source), line + eol)
  return afterStatement(source, previous.statement, (opensGroup ? eol : '') + eol + line)
}

/** The import after which a new one belongs; none if it belongs before all. */
function predecessor(source: ts.SourceFile, imports: readonly ModuleImport[], from: string): ModuleImport | undefined {
  const pinned = pinnedCount(source, imports)
  const free = imports.slice(pinned)
  const order = orderOf(free.map((one) => one.from))
  if (!order) {
    const isRelative = from.startsWith('.')
    return (
      free.findLast((one) => rankOf(one.from) === rankOf(from)) ??
      free.findLast((one) => one.from.startsWith('.') === isRelative) ??
      free.at(-1)
    )
  }
  const before = free.findLast((one) => order(one.from, from) <= 0) ?? imports[pinned - 1]
  const first = imports[0]
  if (before || !first) return before
  return hasCommentAbove(source, first) ? first : undefined
}

/** Such a comment may be about the import alone: nothing comes between the two. */
function hasCommentAbove(source: ts.SourceFile, { statement }: ModuleImport): boolean {
  return startWithComments(source, statement) < statement.getStart(source)
}

/** How many imports stand first on purpose: for their effect, with a comment beside them, or against the order. */
function pinnedCount(source: ts.SourceFile, imports: readonly ModuleImport[]): number {
  const free = imports.findIndex(({ statement, names }) => names.length > 0 && !hasTrailingComment(source, statement))
  const count = free === -1 ? imports.length : free
  if (count > 0 || imports.length < 3) return count
  const specifiers = imports.map(({ from }) => from)
  return !orderOf(specifiers) && orderOf(specifiers.slice(1)) ? 1 : 0
}

function areGroupsApart(source: ts.SourceFile, imports: readonly ModuleImport[]): boolean {
  const borders = imports.filter((one, index) => {
    const previous = imports[index - 1]
    return previous !== undefined && rankOf(previous.from) !== rankOf(one.from)
  })
  return borders.length > 0 && borders.every((one) => isApart(source, one))
}

function isApart(source: ts.SourceFile, { statement }: ModuleImport): boolean {
  return /\n[ \t]*\r?\n/.test(source.text.slice(statement.getFullStart(), startWithComments(source, statement)))
}

/** After the line on which a statement ends, whatever else stands on that line. */
function afterStatement(source: ts.SourceFile, statement: ts.Statement, text: string): TextEdit {
  let end = endWithComments(source.text, statement.end)
  for (const other of source.statements)
    if (other.getStart(source) > statement.end && other.getStart(source) < end)
      end = Math.max(end, endWithComments(source.text, other.end))
  return insertion(end, text)
}

/** The first import of a file: after its shebang, its comments and its directives. */
function atTop(source: ts.SourceFile, line: string): TextEdit {
  const { text } = source
  const eol = lineEnding(text)
  const directive = source.statements.findLast(
    (one, index) => source.statements.slice(0, index + 1).every(isDirective) && isDirective(one),
  )
  const shebang = ts.getShebang(text)
  const header = headerEnd(text, shebang?.length ?? 0)
  if (directive) {
    const end = endWithComments(text, directive.end)
    return insertion(end, eol + eol + line + gapBelow(text, end, eol))
  }
  if (header !== undefined) {
    const above = isFollowedByBlankLine(text, header) ? eol + eol : eol
    return insertion(header, above + line + gapBelow(text, header, eol))
  }
  if (shebang !== undefined) {
    const end = lineEnd(text, 0)
    return insertion(end, eol + line + gapBelow(text, end, eol))
  }
  const gap = text === '' || /^[ \t]*\r?\n/.test(text) ? '' : eol
  return insertion(0, line + eol + gap)
}

function gapBelow(text: string, end: number, eol: string): string {
  return isFollowedByBlankLine(text, end) || text.slice(end).trim() === '' ? '' : eol
}

/** The end of the comments that are about the file, and not about the statement below them. */
function headerEnd(text: string, from: number): number | undefined {
  const about = ts.getLeadingCommentRanges(text, from)?.findLast(({ pos, end }) => {
    if (isFollowedByBlankLine(text, end) || text.slice(end).trim() === '') return true
    return (
      /@ts-|eslint|prettier|@license|copyright|spdx/i.test(text.slice(pos, end)) &&
      !/next-line|ignore/.test(text.slice(pos, end))
    )
  })
  return about && lineEnd(text, about.end)
}
