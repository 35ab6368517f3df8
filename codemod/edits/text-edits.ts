export interface TextEdit {
  readonly start: number
  readonly end: number
  readonly text: string
}

export function insertion(position: number, text: string): TextEdit {
  return { start: position, end: position, text }
}

/** Applies edits that were all located in the same text; insertions at one position keep their order. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = ''
  let position = 0
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < position) throw new RangeError(`Two edits overlap at ${edit.start}`)
    result += text.slice(position, edit.start) + edit.text
    position = edit.end
  }
  return result + text.slice(position)
}
