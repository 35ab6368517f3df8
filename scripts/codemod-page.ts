import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Command } from '../codemod/command-line/index.ts'

const BEGIN = '<!-- begin help -->'
const END = '<!-- end help -->'

/** The page of the codemod with the help of the program and of each command, as they are printed. */
export async function toCodemodPage(root: string): Promise<string> {
  const load = (path: string): Promise<unknown> => import(pathToFileURL(join(root, path)).href)
  // Not before the index of the commands is written.
  const { COMMANDS } = (await load('codemod/commands/all.gen.ts')) as { COMMANDS: readonly Command[] }
  const { default: check } = (await load('codemod/commands/check.ts')) as { default: Command }
  const { helpOf, helpOfAll } = (await load(
    'codemod/command-line/index.ts',
  )) as typeof import('../codemod/command-line/index.ts')
  const shown = [helpOfAll(COMMANDS, check), ...COMMANDS.map(helpOf)].map((text) => `\`\`\`\n${text}\`\`\``)
  const page = readFileSync(join(root, 'codemod/README.md'), 'utf8')
  return `${page.slice(0, page.indexOf(BEGIN) + BEGIN.length)}\n\n${shown.join('\n\n')}\n\n${page.slice(page.indexOf(END))}`
}
