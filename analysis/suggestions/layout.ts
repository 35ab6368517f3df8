import type { Node } from 'oxc-parser'
import { childrenOf } from '../syntax.ts'

/** How a block is written, so that what is put into it looks the same. */
export interface Layout {
  /** What each of its lines begins with. */
  readonly indent: string
  /** What each of the lines around it begins with. */
  readonly outer: string
  /** By how much it is moved to the right. */
  readonly step: string
  readonly semicolon: string
}

type Block = Extract<Node, { type: 'BlockStatement' }>

/** Undefined for a block on one line. */
export function layoutOf(text: string, block: Block): Layout | undefined {
  const [first] = block.body
  if (!first) return undefined
  const indent = indentAt(text, first.start)
  const outer = indentAt(text, block.end - 1)
  if (indent === undefined || outer === undefined || !indent.startsWith(outer) || indent === outer) return undefined
  return { indent, outer, step: indent.slice(outer.length), semicolon: text[first.end - 1] === ';' ? ';' : '' }
}

/** What stands before it on its line, when that is nothing but white space. */
function indentAt(text: string, at: number): string | undefined {
  const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at)
  return before.trim() === '' ? before : undefined
}

/** The lines from a place to another, each moved to the right, but for those of texts between back-quotes. */
export function moved(
  text: string,
  from: number,
  to: number,
  step: string,
  inside: Node,
  isKept: (offset: number) => boolean = () => false,
): string {
  const texts = templatesIn(inside)
  return text.slice(from, to).replaceAll(/\n(?=[^\r\n])/g, (line, at: number) => {
    const isText = texts.some(({ start, end }) => start <= from + at && from + at < end)
    return isText || isKept(from + at + 1) ? line : `${line}${step}`
  })
}

function templatesIn(node: Node): Node[] {
  const inner = childrenOf(node).flatMap(templatesIn)
  return node.type === 'TemplateElement' ? [node, ...inner] : inner
}

/** The whole lines on which it stands alone. */
export function linesOf(
  text: string,
  { start, end }: { start: number; end: number },
): { start: number; end: number } | undefined {
  const indent = indentAt(text, start)
  const rest = /^[ \t]*;?[ \t]*(\r?\n|$)/.exec(text.slice(end))
  return indent === undefined || !rest ? undefined : { start: start - indent.length, end: end + rest[0].length }
}

/** The beginning of a line, or of the first of the lines of comment that stand right above it. */
export function withCommentsAbove(text: string, line: number): number {
  const above = text.lastIndexOf('\n', line - 2) + 1
  return line > 0 && /^[ \t]*\/\//.test(text.slice(above, line)) ? withCommentsAbove(text, above) : line
}

/** What the line on which it stands begins with. */
export function lineIndentAt(text: string, at: number): string {
  return /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', at - 1) + 1, at))?.[0] ?? ''
}

/** What ends a statement in this file. */
export function semicolonIn(text: string): string {
  return /;[ \t]*\r?\n/.test(text) ? ';' : ''
}

/** By how much this file moves what is inside to the right. */
export function stepIn(text: string): string {
  return /\n(\t| {2,8}?)(?=[^\s*])/.exec(text)?.[1] ?? '  '
}

/** What stands round texts in this file. */
export function quoteIn(text: string): string {
  return text.split('"').length > text.split("'").length ? '"' : "'"
}
