import { rangeOf } from './manifest.ts'

/** What the lifecycle's own types need: @types/node was the first then to know `AbortSignal.throwIfAborted()`. */
const OLDEST: Readonly<Record<string, readonly [major: number, minor: number]>> = {
  typescript: [5, 0],
  '@types/node': [20, 3],
}

/** Whether a package checks its types with a compiler, or with types of Node's, that are older than the lifecycle's own. */
export function isTooOld(manifests: readonly unknown[]): boolean {
  return Object.entries(OLDEST).some(([name, [oldestMajor, oldestMinor]]) => {
    const [, major, minor] = /(\d+)(?:\.(\d+))?/.exec(rangeIn(manifests, name) ?? '') ?? []
    if (major === undefined) return false
    return Number(major) < oldestMajor || (Number(major) === oldestMajor && Number(minor ?? oldestMinor) < oldestMinor)
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
