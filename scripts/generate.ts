import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { readCatalogue, type Described } from './read-catalogue.ts'
import { toResourcesPage } from './resources-page.ts'

// node scripts/generate.ts [--check]

const ROOT = join(import.meta.dirname, '..')

const catalogue = await readCatalogue(join(ROOT, 'catalogue'))
const isCheck = process.argv.includes('--check')

for (const [path, text] of [
  ['catalogue/all.gen.ts', toIndex(catalogue)],
  ['codemod/deploy/kinds/all.gen.ts', toKinds()],
  ['docs/resources.md', toResourcesPage(catalogue)],
] as const) {
  const file = join(ROOT, path)
  const formatted = await format(text, { ...(await resolveConfig(file)), filepath: file })
  if (existsSync(file) && readFileSync(file, 'utf8') === formatted) continue
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

function toKinds(): string {
  const names = readdirSync(join(ROOT, 'codemod/deploy/kinds'))
    .filter((file) => !file.endsWith('.gen.ts'))
    .map((file) => basename(file, '.ts'))
    .sort()
  return [
    '// Written by scripts/generate.ts.',
    `import type { Kind } from '../kind.ts'`,
    ...names.map((name) => `import ${toIdentifier(name)} from './${name}.ts'`),
    '',
    '/** The kinds of deploy files: each file of this folder is one. */',
    `export const KINDS: readonly Kind[] = [${names.map(toIdentifier).join(', ')}]`,
  ].join('\n')
}

function toIdentifier(name: string): string {
  return name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}
