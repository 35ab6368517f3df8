import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { readCatalogue, type Described } from './read-catalogue.ts'
import { toCodemodPage } from './codemod-page.ts'
import { toResourcesPage } from './resources-page.ts'
import { toIdentifier, unitIndexes } from './unit-indexes.ts'

// node scripts/generate.ts [--check]

const ROOT = join(import.meta.dirname, '..')

const catalogue = await readCatalogue(join(ROOT, 'catalogue'))
const isCheck = process.argv.includes('--check')

await write('catalogue/all.gen.ts', toIndex(catalogue))
for (const [path, text] of unitIndexes(ROOT)) await write(path, text)
await write('docs/resources.md', toResourcesPage(catalogue))
await write('codemod/README.md', await toCodemodPage(ROOT))

async function write(path: string, text: string): Promise<void> {
  const file = join(ROOT, path)
  const formatted = await format(text, { ...(await resolveConfig(file)), filepath: file })
  if (existsSync(file) && readFileSync(file, 'utf8') === formatted) return
  if (!isCheck) writeFileSync(file, formatted)
  else process.exitCode = 1
  console.log(isCheck ? `${path} is out of step: run \`npm run generate\`.` : `${path} written.`)
}

function toIndex(all: readonly Described[]): string {
  return [
    '/* eslint-disable max-lines -- one line and one name for each package. Written by scripts/generate.ts. */',
    `import type { Entry } from './define.ts'`,
    ...all.map(({ name }) => `import ${toIdentifier(name)} from './${name}.ts'`),
    '',
    `export const ALL: readonly Entry[] = [${all.map(({ name }) => toIdentifier(name)).join(', ')}]`,
  ].join('\n')
}
