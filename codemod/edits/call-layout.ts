import type { Dialect } from './dialect.ts'
import { descendants, ts } from './typescript-source.ts'

const NARROW = 80
const WIDE = 120

/** How long the author lets a line be. */
export function lineWidth(text: string): number {
  let width = NARROW
  for (const line of text.split('\n')) if (line.length > width) width = line.length
  return Math.min(width, WIDE)
}

/** A call on one line, or with each argument on a line of its own where that is too long; without indentation before it. */
export function layOutCall(
  callee: string,
  args: readonly string[],
  layout: { dialect: Dialect; indentation: string; width: number; trailingComma: boolean },
): string {
  const { dialect, indentation, width, trailingComma } = layout
  const line = `${callee}(${args.join(', ')})`
  if (!line.includes('\n') && indentation.length + line.length <= width) return line
  const inner = `${dialect.eol}${indentation}${dialect.indent}`
  const end = `${trailingComma ? ',' : ''}${dialect.eol}${indentation})`
  return `${callee}(${inner}${args.join(`,${inner}`)}${end}`
}

/** Whether the author ends the last of several arguments with a comma, where each has its line. */
export function endsArgumentsWithComma(source: ts.SourceFile): boolean {
  for (const node of descendants(source))
    if ((ts.isCallExpression(node) || ts.isNewExpression(node)) && node.arguments?.hasTrailingComma) return true
  return false
}
