/** Edits a text behind the byte order mark that some Windows editors put first. */
export function behindByteOrderMark(text: string, edit: (text: string) => string): string {
  return text.startsWith('\uFEFF') ? `\uFEFF${edit(text.slice(1))}` : edit(text)
}
