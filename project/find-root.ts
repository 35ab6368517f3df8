import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { toKey } from './file-kinds.ts'

/** Files that say: what lies below belongs together. */
const MARKS = ['pnpm-workspace.yaml', 'lerna.json', 'nx.json', 'rush.json']

/**
 * The folder whose files are judged together with those of this one: the workspace that it is in, else its package.
 * The search ends at the top of the git repository. Undefined: it belongs to no package.
 */
export function findRoot(folder: string): string | undefined {
  let root: string | undefined
  for (let at = folder; ; at = dirname(at)) {
    if (isWorkspace(at) || (!root && existsSync(join(at, 'package.json')))) root = at
    if (at === dirname(at) || existsSync(join(at, '.git'))) return root && toKey(root)
  }
}

function isWorkspace(folder: string): boolean {
  return MARKS.some((mark) => existsSync(join(folder, mark))) || hasWorkspaces(join(folder, 'package.json'))
}

function hasWorkspaces(manifest: string): boolean {
  try {
    return 'workspaces' in (JSON.parse(readFileSync(manifest, 'utf8')) as object)
  } catch {
    return false
  }
}
