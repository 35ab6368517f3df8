import { execFileSync } from 'node:child_process'
import { writeTree } from '../project/written-tree.ts'

/** A new git repository with one commit of these files on `main`; it is removed when the test is over. */
export function writeRepository(files: Readonly<Record<string, string | object>>): string {
  const root = writeTree(files)
  git(root, 'init', '--quiet', '--initial-branch=main')
  commitAll(root)
  return root
}

export function commitAll(root: string): void {
  git(root, 'add', '--all')
  git(root, 'commit', '--quiet', '--allow-empty', '--message=work')
}

export function git(root: string, ...args: readonly string[]): string {
  const who = ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.com']
  return execFileSync('git', ['-C', root, ...who, ...args], { encoding: 'utf8', env: withoutGit() })
}

/** Where the tests themselves run in a hook of git, its variables mean the outer repository. */
function withoutGit(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')))
}
