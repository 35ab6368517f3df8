/** A text as a label of Mermaid's: names are a stranger's, and no sign in them means anything to the diagram. */
export function label(text: string): string {
  const safe = text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '\u{FFFD}')
    .replaceAll(/[^\p{L}\p{N} ./:,()=_-]/gu, (sign) => `#${sign.codePointAt(0) ?? 0xfffd};`)
  return `"${safe}"`
}
