import { spawnSync } from 'node:child_process'

/** What git says of a folder: `clean`, what is not committed there, or that it has no say. */
export type GitState = { readonly is: 'clean' | 'none' } | { readonly is: 'dirty'; readonly files: readonly string[] }

/** Looks at the whole tree that the folder belongs to. */
export function gitState(folder: string): GitState {
  const top = git(folder, ['rev-parse', '--show-toplevel'])?.trimEnd()
  if (top === undefined || top === '') return { is: 'none' }
  const status = git(top, ['status', '--porcelain', '-z', '--untracked-files=all'])
  if (status === undefined) return { is: 'none' }
  const files = status.split('\0').flatMap((entry) => (/^.. /.test(entry) ? [entry.slice(3)] : []))
  return files.length > 0 ? { is: 'dirty', files } : { is: 'clean' }
}

/** Undefined where git is missing, or is not asked in one of its trees. */
function git(cwd: string, args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync('git', args, { cwd, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 })
  return status === 0 ? stdout : undefined
}
