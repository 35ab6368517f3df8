import type { Unreadable } from '../../analysis/index.ts'
import { CannotRun } from '../cannot-run.ts'
import { shownPath } from '../shown-path.ts'

/** @throws {CannotRun} when there is nothing to read among what is asked for */
export function assertSome(files: readonly string[], paths: readonly string[]): void {
  if (files.length > 0) return
  throw new CannotRun(
    `Nothing to check in ${paths.join(', ')}: there is no JavaScript or TypeScript file and no deploy file, or git ignores it.`,
  )
}

/** @throws {CannotRun} when none of so many files could be read */
export function assertRead(files: number, unreadable: readonly Unreadable[], startedIn: string): void {
  const [first] = unreadable
  if (!first || unreadable.length < files || unreadable.some(({ isBug }) => isBug)) return
  throw new CannotRun(`No file could be read: ${shownPath({ startedIn }, first.file)}:${first.line}: ${first.why}`)
}
