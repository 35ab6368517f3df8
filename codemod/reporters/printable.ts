import { stripVTControlCharacters } from 'node:util'

/** In one line, and without what a terminal would take for a command: names of files and code are a stranger's. */
export function printable(text: string): string {
  return stripVTControlCharacters(text)
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '\u{FFFD}')
}
