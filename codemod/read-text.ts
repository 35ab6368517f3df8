import { readFileSync } from 'node:fs'

/** The text of a file as it is judged: without a byte order mark. Undefined where it can not be read. */
export function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
  } catch {
    return undefined
  }
}
