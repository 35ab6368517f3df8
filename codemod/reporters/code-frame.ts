import type { Place } from '../../analysis/index.ts'
import type { Paint } from './paint.ts'

const AROUND = 1
const WIDEST = 120
/** How much of a line that is too long is shown before the finding. */
const BEFORE = 40

/** The lines of a place with their neighbours, and the place underlined as far as its first line goes. */
export function codeFrame(text: string, place: Place, paint: Paint): string[] {
  const lines = text.trimEnd().split(/\r\n|[\n\r\u2028\u2029]/)
  const at = place.line - 1
  const first = Math.max(0, at - AROUND)
  const shown = lines.slice(first, at + AROUND + 1)
  const margin = String(first + shown.length).length
  const from = windowStart(lines[at] ?? '', place.column)
  return shown.flatMap((line, index) => {
    const number = first + index
    const code = visible(line.slice(from, from + WIDEST))
    const row = `${paint('dim', `${String(number + 1).padStart(margin)} │`)} ${code}`.trimEnd()
    return number === at
      ? [row, `${paint('dim', `${' '.repeat(margin)} │`)} ${underline(line, place, from, paint)}`]
      : [row]
  })
}

function windowStart(line: string, column: number): number {
  return line.length <= WIDEST ? 0 : Math.max(0, column - BEFORE)
}

function underline(
  line: string,
  { line: number, endLine, column, endColumn }: Place,
  from: number,
  paint: Paint,
): string {
  const end = Math.min(endLine === number ? endColumn : line.trimEnd().length, from + WIDEST)
  const before = visible(line.slice(from, column)).length
  const marked = visible(line.slice(column, end)).length
  return ' '.repeat(before) + paint('red', '^'.repeat(Math.max(1, marked)))
}

/** Tabs as two spaces, and nothing that moves the cursor. */
function visible(code: string): string {
  return code.replaceAll('\t', '  ').replaceAll(/[\p{Cc}\p{Cf}]/gu, '\u{FFFD}')
}
