import { commentsIn, type CommentIn } from '../../analysis/index.ts'
import type { Suppression } from './suppression.ts'

const PREFIX = 'graceful-service/'
/** What ESLint and oxlint call their comments, and we ours. */
const WORDS =
  /^[\s*]*(graceful-ignore-next-line|graceful-ignore-file|(?:eslint|oxlint)-(?:disable|enable)(?:-next-line|-line)?)(?=\s|$)([^]*)/
const MENTIONS = /graceful-ignore-|(?:eslint|oxlint)-disable[^]*graceful-service\//

interface Directive extends CommentIn {
  readonly word: string
  readonly rules: readonly string[]
  readonly reason: string
}

/** A glance: most files have none, and need no second parse. */
export function mayHaveSuppressions(text: string): boolean {
  return MENTIONS.test(text)
}

/**
 * The comments of a file that answer findings: `graceful-ignore-next-line RULE -- reason`, `graceful-ignore-file`, and
 * those of ESLint and oxlint that name a rule of the plugin.
 */
export function readSuppressions(file: string, text: string): readonly Suppression[] {
  const comments = commentsIn(file, text)
  const directives = comments.flatMap((comment) => toDirective(comment))
  const pointAt = pointFinder(text)
  const lineOf = (offset: number): number => pointAt(offset).line
  return directives.flatMap(toSuppressions)

  function toSuppressions(directive: Directive): readonly Suppression[] {
    const { word, rules, reason, start, end } = directive
    const [from, to] = [pointAt(start), pointAt(end)]
    const place = { file, start, end, ...from, endLine: to.line, endColumn: to.column }
    if (word.startsWith('graceful')) return [{ place, by: 'graceful', rules, reason, ...linesOf(directive, '') }]
    if (word.endsWith('-enable')) return []
    return rules.map((rule) => ({ place, by: 'eslint', rules: [rule], reason, ...linesOf(directive, rule) }))
  }

  function linesOf({ word, start, end }: Directive, rule: string): { from: number; to: number } {
    if (word === 'graceful-ignore-file') return { from: 1, to: Infinity }
    if (word === 'graceful-ignore-next-line') return only(lineOf(nextCode(text, end, comments)))
    // ESLint means the very next line.
    if (word.endsWith('-next-line')) return only(lineOf(end) + 1)
    if (word.endsWith('-line')) return only(lineOf(start))
    const enabled = directives.find((other) => other.start > start && enables(other, rule))
    return { from: lineOf(start), to: enabled ? lineOf(enabled.start) : Infinity }
  }
}

function toDirective(comment: CommentIn): readonly Directive[] {
  const [, word, rest = ''] = WORDS.exec(comment.text) ?? []
  if (word === undefined) return []
  const [named = '', ...reasons] = rest.split(/(?:^|\s)-{2,}(?=\s|$)/)
  const all = named.split(/[\s,]+/).filter((each) => each !== '' && each !== '*')
  const isOurs = word.startsWith('graceful')
  const rules = all.flatMap((each) => (each.startsWith(PREFIX) ? each.slice(PREFIX.length) : isOurs ? each : []))
  // ESLint's own that names no rule of ours is about others, or ends what was disabled.
  if (!isOurs && rules.length === 0 && !(word.endsWith('-enable') && all.length === 0)) return []
  return [{ ...comment, word, rules, reason: reasons.join(' ').trim() }]
}

function enables({ word, rules }: Directive, rule: string): boolean {
  return word.endsWith('-enable') && (rules.length === 0 || rules.includes(rule))
}

function only(line: number): { from: number; to: number } {
  return { from: line, to: line }
}

/** Where the code begins behind a comment, and behind others that follow. */
function nextCode(text: string, after: number, comments: readonly CommentIn[]): number {
  let at = after
  for (;;) {
    at += /^\s*/.exec(text.slice(at))?.[0].length ?? 0
    const comment = comments.find(({ start }) => start === at)
    if (!comment) return at
    at = comment.end
  }
}

function pointFinder(text: string): (offset: number) => { readonly line: number; readonly column: number } {
  return (offset) => {
    const lines = text.slice(0, offset).split(/\r\n|[\n\r\u2028\u2029]/)
    return { line: lines.length, column: lines.at(-1)?.length ?? 0 }
  }
}
