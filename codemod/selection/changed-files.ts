import { spawnSync } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { toKey } from '../../project/index.ts'
import { CannotRun } from '../cannot-run.ts'

const DEFAULTS = ['origin/main', 'origin/master', 'main', 'master']
const MB = 1024 * 1024

/**
 * The files of a folder's repository that differ from where the work left `ref`, committed or not, and those that git
 * does not know yet. An empty `ref` means the default branch.
 * @throws {CannotRun} where there is no git, no repository, no such ref, or too little history
 */
export function changedFiles(folder: string, ref: string): ReadonlySet<string> {
  const top = git(folder, ['rev-parse', '--show-toplevel'])
  if (top === undefined) throw new CannotRun(`--changed: ${folder} is in no git repository.`)
  const root = realpathSync(top.trim())
  const base = mergeBase(root, ref === '' ? defaultBranch(root) : existing(root, ref))
  const listed = [
    git(root, ['diff', '--name-only', '-z', '--no-renames', '--no-ext-diff', '--ignore-submodules', base, '--']),
    git(root, ['ls-files', '--others', '--exclude-standard', '-z']),
  ]
  if (listed.includes(undefined)) throw new CannotRun(`--changed: git could not compare ${root} with ${base}.`)
  const names = listed.flatMap((names = '') => names.split('\0')).filter((name) => name !== '')
  return new Set(names.map((name) => `${toKey(root)}/${name}`))
}

function existing(root: string, ref: string): string {
  if (isCommit(root, ref)) return ref
  throw new CannotRun(`--changed: git knows no "${ref}" here: is it spelled right, and was it fetched?`)
}

function defaultBranch(root: string): string {
  const head = git(root, ['symbolic-ref', '--quiet', 'refs/remotes/origin/HEAD'])?.trim()
  const found = [...(head === undefined ? [] : [head]), ...DEFAULTS].find((ref) => isCommit(root, ref))
  if (found !== undefined) return found
  throw new CannotRun('--changed: no default branch is known here: name what to compare with, as in --changed=main.')
}

function mergeBase(root: string, ref: string): string {
  const base = git(root, ['merge-base', '--end-of-options', ref, 'HEAD'])?.trim()
  if (base !== undefined) return base
  throw new CannotRun(
    `--changed: ${ref} and HEAD have no commit in common here: fetch more history, as with fetch-depth: 0.`,
  )
}

function isCommit(root: string, ref: string): boolean {
  return git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]) !== undefined
}

/** What git prints; undefined where it fails. */
function git(folder: string, args: readonly string[]): string | undefined {
  const { error, status, stdout } = spawnSync('git', ['-C', folder, ...args], {
    encoding: 'utf8',
    maxBuffer: 256 * MB,
    // In a hook git says where its repository is, from where the hook runs.
    env: { ...process.env, GIT_DIR: undefined, GIT_WORK_TREE: undefined, GIT_OPTIONAL_LOCKS: '0' },
  })
  if (error) throw new CannotRun(`--changed needs git, which can not be started: ${error.message}.`)
  return status === 0 ? stdout : undefined
}
