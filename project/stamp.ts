import { statSync } from 'node:fs'

/** How long a file system may take until a change shows in the time of change. */
const TICK_MS = 20

/** Changes when the file or the folder may have changed; empty where there is none. */
export function stampOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) return ''
  // The time of change can not be set back, as the other one can be, by who unpacks or copies a file.
  const { mtimeMs, ctimeMs, size, ino } = found
  const stamp = `${mtimeMs} ${ctimeMs} ${size} ${ino}`
  const now = Date.now()
  // Changed this very moment: another change may follow and leave the same stamp, so this one is good for one look.
  return now - Math.max(mtimeMs, ctimeMs) < TICK_MS ? `${stamp} ${now}` : stamp
}

/** Whether a file that has this stamp was left alone for so long that a change since would show on any file system. */
export function isSettled(stamp: string, nowMs: number): boolean {
  const [mtimeMs, ctimeMs] = stamp.split(' ').map(Number)
  return nowMs - Math.max(mtimeMs ?? 0, ctimeMs ?? 0) > 2_000
}
