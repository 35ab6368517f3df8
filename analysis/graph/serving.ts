import { canonical } from './names.ts'
import type { Described } from './described.ts'
import { isResource } from './lines.ts'

const known = new WeakMap<Described, ReadonlySet<string>>()

/** Says of a specifier whether it is one of Node's own modules, or a package that takes requests in. */
export function servesRequests(described: Described): (specifier: string) => boolean {
  // Each part of a tree asks, and the catalogue is large.
  const serving = known.get(described) ?? findServing(described)
  known.set(described, serving)
  return (specifier) => {
    const name = canonical(specifier)
    return name.startsWith('node:') || serving.has(described.modules.get(name)?.name ?? name)
  }
}

function findServing(described: Described): ReadonlySet<string> {
  const serving = new Set<string>()
  for (const type of described.types.values())
    for (const lines of [type.given, ...type.methods.values()])
      if (lines.some((line) => isResource(line) && line.kind === 'server')) serving.add(type.name.split('#')[0] ?? '')
  return serving
}
