/** The line ending that most lines of the text have. */
export function lineEnding(text: string): '\r\n' | '\n' {
  const all = text.split('\n').length - 1
  const windows = text.split('\r\n').length - 1
  return windows * 2 > all ? '\r\n' : '\n'
}

export function lineStart(text: string, position: number): number {
  return position === 0 ? 0 : text.lastIndexOf('\n', position - 1) + 1
}

/** The end of the line that holds the position, before its line ending. */
export function lineEnd(text: string, position: number): number {
  const feed = text.indexOf('\n', position)
  if (feed === -1) return text.length
  return feed > position && text[feed - 1] === '\r' ? feed - 1 : feed
}

export function lineNumber(text: string, position: number): number {
  return text.slice(0, position).split('\n').length
}

/** The white space that the line of the position begins with. */
export function indentationAt(text: string, position: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, position)))?.[0] ?? ''
}

export function isFirstOnLine(text: string, position: number): boolean {
  return text.slice(lineStart(text, position), position).trim() === ''
}

export function isBlankLine(text: string, position: number): boolean {
  return text.slice(lineStart(text, position), lineEnd(text, position)).trim() === ''
}
