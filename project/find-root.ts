import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { toKey } from './file-kinds.ts'

/** Files that say: what lies below belongs together. */
const MARKS = ['pnpm-workspace.yaml', 'lerna.json', 'nx.json', 'rush.json']

/** What a folder is in. */
export interface Surroundings {
  /** The outermost workspace. */
  readonly workspace?: string
  /** The innermost package. */
  readonly package?: string
}

/**
 * The folder whose files are judged together with those of this one: the workspace that it is in, else its package.
 * The search ends at the top of the git repository. Undefined: it belongs to no package. What was found out of each
 * folder is put into `known`, and taken from there.
 */
export function findRoot(folder: string, known = new Map<string, Surroundings>()): string | undefined {
  const around = surroundingsOf(folder, known)
  const root = around.workspace ?? around.package
  return root && toKey(root)
}

function surroundingsOf(folder: string, known: Map<string, Surroundings>): Surroundings {
  const before = known.get(folder)
  if (before) return before
  const isTop = folder === dirname(folder) || existsSync(join(folder, '.git'))
  const around = isTop ? {} : surroundingsOf(dirname(folder), known)
  const manifest = join(folder, 'package.json')
  const isPackage = existsSync(manifest)
  const found = {
    ...around,
    ...(around.workspace === undefined && isWorkspace(folder, isPackage && manifest) && { workspace: folder }),
    ...(isPackage && { package: folder }),
  }
  known.set(folder, found)
  return found
}

function isWorkspace(folder: string, manifest: string | false): boolean {
  return (manifest !== false && hasWorkspaces(manifest)) || MARKS.some((mark) => existsSync(join(folder, mark)))
}

function hasWorkspaces(manifest: string): boolean {
  try {
    return 'workspaces' in (JSON.parse(readFileSync(manifest, 'utf8')) as object)
  } catch {
    return false
  }
}
