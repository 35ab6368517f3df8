import { statSync } from 'node:fs'

/** How long a file system may take until a change shows in the time of change. */
const TICK_MS = 20

/** Changes when the file or the folder may have changed; empty where there is none. */
export function stampOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) return ''
  const { mtimeMs, size } = found
  const now = Date.now()
  // Changed this very moment: another change may follow and leave the same stamp, so this one is good for one look.
  return now - mtimeMs < TICK_MS ? `${mtimeMs} ${size} ${now}` : `${mtimeMs} ${size}`
}
