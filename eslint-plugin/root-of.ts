import { findRoot, type Surroundings } from '../project/index.ts'

/** A run over files asks without such a pause; after it, a package.json may have been written. */
const LONGEST_PAUSE_MS = 1000

let known = new Map<string, Surroundings>()
let askedAt = 0

export function rootOf(folder: string): string | undefined {
  const now = performance.now()
  if (now - askedAt > LONGEST_PAUSE_MS) known = new Map()
  askedAt = now
  return findRoot(folder, known)
}
