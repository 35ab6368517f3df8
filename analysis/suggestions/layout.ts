import type { Node } from 'oxc-parser'

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

/** Undefined for a block on one line, or one that can not be moved without changing texts in it. */
export function layoutOf(text: string, block: Block): Layout | undefined {
  const [first] = block.body
  if (!first || text.slice(block.start, block.end).includes('`')) return undefined
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

/** The lines from a node to another, each moved to the right. */
export function moved(text: string, from: number, to: number, step: string): string {
  return text.slice(from, to).replaceAll(/\n(?=[^\n])/g, `\n${step}`)
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
