import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Entry } from '../catalogue/define.ts'

/** A file of the catalogue. */
export interface Described {
  /** Its name, without `.ts`. */
  readonly name: string
  readonly text: string
  /** The documentation, from the comment on top; empty where there is none. */
  readonly url: string
  readonly entry: Entry
}

/** All files of the catalogue that say what a package holds open, by name. */
export async function readCatalogue(folder: string): Promise<Described[]> {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.gen.ts') && file !== 'define.ts' && file !== 'index.ts')
    .map((file) => file.slice(0, -'.ts'.length))
    .sort()
  return Promise.all(
    names.map(async (name) => {
      const file = join(folder, `${name}.ts`)
      const text = readFileSync(file, 'utf8')
      const { default: entry } = (await import(pathToFileURL(file).href)) as { default: Entry }
      return { name, text, url: /^\/\/ (https:\/\/\S+)$/m.exec(text)?.[1] ?? '', entry }
    }),
  )
}
