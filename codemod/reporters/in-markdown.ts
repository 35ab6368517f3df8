import { printable } from './printable.ts'

/** A sentence of ours as Markdown: what stands between backticks is code, and the rest is no markup, whoever named it. */
export function inMarkdown(sentence: string): string {
  const pieces = printable(sentence).split('`')
  // A name with a backtick in it: which ones are ours can not be told.
  if (pieces.length % 2 === 0) return escaped(pieces.join("'"))
  return pieces.map((piece, index) => (index % 2 === 0 ? escaped(piece) : quoted(piece))).join('')
}

/** As code. */
export function quoted(text: string): string {
  const shown = printable(text)
  return shown.includes('`') ? `\`\` ${shown} \`\`` : `\`${shown}\``
}

function escaped(text: string): string {
  // A mention would call somebody.
  return text.replaceAll(/[\\*_[\]<>#~$]/g, '\\$&').replaceAll('@', '@\u200B')
}

/** As the text of an HTML element. */
export function inHtml(text: string): string {
  return printable(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
