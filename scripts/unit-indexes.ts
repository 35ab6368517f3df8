import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Folders whose files are units, each with a default export. */
const EAGER = {
  'codemod/commands': { holds: 'COMMANDS', type: 'Command', from: '../command-line/command.ts' },
  'codemod/deploy/kinds': { holds: 'KINDS', type: 'Kind', from: '../kind.ts' },
} as const

/** The same, each imported when it is wanted. */
const LAZY = { 'codemod/formats': 'FORMATS' } as const

const WRITTEN = '// Written by scripts/generate.ts.'

/** The text of each `all.gen.ts`, by its path from the root. */
export function unitIndexes(root: string): readonly (readonly [path: string, text: string])[] {
  return [
    ...Object.entries(EAGER).map(([folder, index]) => [`${folder}/all.gen.ts`, toEager(unitsIn(root, folder), index)]),
    ...Object.entries(LAZY).map(([folder, name]) => [`${folder}/all.gen.ts`, toLazy(unitsIn(root, folder), name)]),
  ].map(([path = '', text = '']) => [path, text] as const)
}

function unitsIn(root: string, folder: string): readonly string[] {
  return readdirSync(join(root, folder))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.gen.ts'))
    .map((file) => file.slice(0, -'.ts'.length))
    .sort()
}

function toEager(units: readonly string[], { holds, type, from }: (typeof EAGER)[keyof typeof EAGER]): string {
  return [
    WRITTEN,
    `import type { ${type} } from '${from}'`,
    ...units.map((unit) => `import ${toIdentifier(unit)} from './${unit}.ts'`),
    '',
    `export const ${holds}: readonly ${type}[] = [${units.map(toIdentifier).join(', ')}]`,
  ].join('\n')
}

function toLazy(units: readonly string[], name: string): string {
  const imports = units.map((unit) => `'${unit}': () => import('./${unit}.ts'),`)
  return [WRITTEN, `export const ${name} = {`, ...imports, '}'].join('\n')
}

/** `quick-fix` as a variable is `quickFix`. */
export function toIdentifier(name: string): string {
  return name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}
