import { findRoot } from '../project/index.ts'

/** So long a folder's root is believed: a run asks for each of its files, and a package.json may be written any day. */
const BELIEVED_MS = 5000

const known = new Map<string, { readonly root: string | undefined; readonly foundAt: number }>()

export function rootOf(folder: string): string | undefined {
  const before = known.get(folder)
  if (before && performance.now() - before.foundAt < BELIEVED_MS) return before.root
  const root = findRoot(folder)
  known.set(folder, { root, foundAt: performance.now() })
  return root
}
