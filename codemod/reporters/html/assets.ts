import { readFileSync } from 'node:fs'

/** The style and the script of the page: files of their own, which stand beside the program when it is built. */
export function readAsset(name: 'page.css' | 'page.js'): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8')
}
