import { assertClean } from './assert-clean.ts'
import type { Fixed } from './fix.ts'
import { withLock } from './with-lock.ts'
import { writeTexts } from './write-texts.ts'

/**
 * Writes what was found, if there is anything.
 * @returns a sentence for the person, where git can not take it back
 * @throws {CannotRun} when something is not committed, another run is at it, or a file can not be written
 */
export async function writeFixes(fixed: Fixed, { allowDirty }: { allowDirty: boolean }): Promise<string | undefined> {
  if (fixed.texts.length === 0) return undefined
  return withLock(fixed.roots, () => {
    const remark = allowDirty ? undefined : assertClean(fixed.roots)
    writeTexts(fixed)
    return remark
  })
}
