import { CannotRun } from '../cannot-run.ts'
import { gitState } from './git-state.ts'

const SHOWN = 5

/**
 * Sees to it that what is written can be told from what was there, and taken back.
 * @returns a sentence for the person, where git can not help
 * @throws {CannotRun} when something is not committed
 */
export function assertClean(roots: readonly string[]): string | undefined {
  let isWithoutGit = false
  for (const root of roots) {
    const state = gitState(root)
    if (state.is === 'none') isWithoutGit = true
    if (state.is !== 'dirty') continue
    const { files } = state
    const more = files.length > SHOWN ? ` and ${files.length - SHOWN} more` : ''
    throw new CannotRun(
      `${root} has changes that are not committed: ${files.slice(0, SHOWN).join(', ')}${more}. Commit or stash them, or write all the same with --allow-dirty.`,
    )
  }
  return isWithoutGit ? 'This is no git repository: nothing but a copy of yours can take the edits back.' : undefined
}
