import { rangeOf } from './depends-on.ts'

const OLDEST: Readonly<Record<string, number>> = { typescript: 5, '@types/node': 20 }

/** Whether a package checks its types with a compiler, or with types of Node's, that are older than the lifecycle's own. */
export function isTooOld(manifests: readonly unknown[]): boolean {
  return Object.entries(OLDEST).some(([name, oldest]) => {
    const major = /\d+/.exec(rangeIn(manifests, name) ?? '')?.[0]
    return major !== undefined && Number(major) < oldest
  })
}

/** In the package itself, or in the workspace around it. */
function rangeIn(manifests: readonly unknown[], name: string): string | undefined {
  for (const manifest of manifests) {
    const range = rangeOf(manifest, name)
    if (range !== undefined) return range
  }
  return undefined
}
