import { toObject, toStrings } from './json.ts'

type Manifest = Readonly<Record<string, unknown>>

/** The files that a package means by a subpath (`.` or `./db`), whatever the condition, with `./` before them. */
export function exportedTargets(manifest: Manifest, subpath: string): readonly string[] {
  const { exports } = manifest
  if (exports !== undefined) {
    const table = toObject(exports)
    const hasSubpaths = table && Object.keys(table).some((key) => key.startsWith('.'))
    return hasSubpaths ? matching(table, subpath) : subpath === '.' ? leaves(exports) : []
  }
  if (subpath !== '.') return [subpath]
  return ['source', 'module', 'main', 'types', 'typings'].flatMap((key) => toStrings(manifest[key]))
}

/** Where the package's own `#name` leads: files with `./` before them, or other packages. */
export function importedTargets(manifest: Manifest, name: string): readonly string[] {
  const table = toObject(manifest.imports)
  return table ? matching(table, name) : []
}

function matching(table: Manifest, name: string): readonly string[] {
  if (name in table && !name.includes('*')) return leaves(table[name])
  const patterns = Object.keys(table)
    .filter((key) => key.includes('*') || key.endsWith('/'))
    .sort((a, b) => b.length - a.length)
  for (const pattern of patterns) {
    const [prefix = '', suffix = ''] = pattern.endsWith('/') ? [pattern] : pattern.split('*')
    if (!name.startsWith(prefix) || !name.endsWith(suffix) || name.length < prefix.length + suffix.length) continue
    const middle = name.slice(prefix.length, name.length - suffix.length)
    return leaves(table[pattern]).map((target) =>
      target.endsWith('/') ? target + middle : target.replaceAll('*', () => middle),
    )
  }
  return []
}

/** All strings in nested conditions: whichever holds at run time, they are made of one source. */
function leaves(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(leaves)
  return Object.values(toObject(value) ?? {}).flatMap(leaves)
}
