import { findRoot, type Surroundings } from '../project/index.ts'

/** So long what folders are in is believed: a run asks for each of its files, and a package.json may be written any day. */
const BELIEVED_MS = 5000

let known = new Map<string, Surroundings>()
let begunAt = 0

export function rootOf(folder: string): string | undefined {
  if (performance.now() - begunAt > BELIEVED_MS) {
    known = new Map()
    begunAt = performance.now()
  }
  return findRoot(folder, known)
}
