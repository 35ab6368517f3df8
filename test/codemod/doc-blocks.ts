import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The blocks of a page of the codemod that are files, by the path behind their language. */
export function filesIn(page: string): Readonly<Record<string, string>> {
  const text = readFileSync(join(import.meta.dirname, '../../codemod/docs', page), 'utf8')
  const blocks = text.matchAll(/^```\w+ (\S+)\n([^]*?)^```$/gm)
  return Object.fromEntries(Array.from(blocks, ([, path = '', content = '']) => [path, content]))
}
