/** Text that is HTML already. */
export interface Markup {
  readonly html: string
}

type Value = Markup | string | number | undefined | false | readonly Value[]

/** HTML in which all that is put in is escaped, unless it is made by this, too. Nothing stands for `undefined` and `false`. */
export function markup(parts: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return { html: parts.map((part, index) => part.replaceAll(/\n\s*/g, '\n') + written(values[index])).join('') }
}

/** Text that is put in as it is: the page's own style and script. */
export function verbatim(text: string): Markup {
  return { html: text }
}

function written(value: Value): string {
  if (value === undefined || value === false) return ''
  if (typeof value === 'string') return escaped(value)
  if (typeof value === 'number') return String(value)
  return 'html' in value ? value.html : value.map(written).join('')
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Names and code are a stranger's: what would turn the direction of the text, or hide in it, is shown. */
function escaped(text: string): string {
  return text
    .replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '')
    .replaceAll(/(?![\t\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, '\u{FFFD}')
}
