const KEYS = ['dependencies', 'peerDependencies', 'devDependencies']

/** The version range by which a package.json asks for a package; undefined where it does not. */
export function rangeOf(manifest: unknown, name: string): string | undefined {
  for (const key of KEYS) {
    const range = at(at(manifest, key), name)
    if (typeof range === 'string') return range
  }
  return undefined
}

export function dependsOn(manifest: unknown, name: string): boolean {
  return rangeOf(manifest, name) !== undefined
}

/** The commands of a package.json. */
export function scriptsOf(manifest: unknown): readonly string[] {
  const scripts = at(manifest, 'scripts')
  return typeof scripts === 'object' && scripts !== null
    ? Object.values(scripts).filter((script) => typeof script === 'string')
    : []
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined
}
