import type { Draft, Existing } from './draft.ts'
import { UsageError } from './usage-error.ts'

/** Throws where a whole file of ours would replace one that someone else wrote under the same name. */
export function assertNothingLost(draft: Draft, existing: Existing): void {
  const lost = [...draft.written()].filter((path) => {
    const text = existing(path)
    return text !== undefined && text !== draft.read(path)
  })
  if (lost.length === 0) return
  const files = lost.length === 1 ? 'a file' : 'files'
  throw new UsageError(`${lost.join(', ')}: ${files} of your own. Rename yours, or let --force replace it.`)
}
