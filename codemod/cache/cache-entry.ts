import { posix } from 'node:path'
import type { Examined } from '../examine.ts'

/** What one project came to, and all that it came from. Files are relative to its root. */
export interface CacheEntry {
  /** A hash of what was asked: by which version, of which files, with which resources of the user's. */
  readonly asked: string
  /** When it was kept, in ms since 1970. */
  readonly at: number
  readonly readings: readonly Reading[]
  readonly examined: Examined
}

export interface Reading {
  readonly path: string
  readonly stamp: string
  /** A sum of the text; null where there was none to read. */
  readonly sum: number | null
}

/** Undefined where there is none, or half of one: a cache may be cut off or overwritten by anybody. */
export function readEntry(text: string | undefined, root: string): CacheEntry | undefined {
  if (text === undefined) return undefined
  try {
    const entry: unknown = JSON.parse(text, (key, value: unknown) => {
      return key === 'file' && typeof value === 'string' ? posix.join(root, value) : value
    })
    return isEntry(entry) ? entry : undefined
  } catch {
    return undefined
  }
}

function isEntry(value: unknown): value is CacheEntry {
  if (typeof value !== 'object' || value === null) return false
  const { asked, at, readings, examined } = value as Partial<Record<keyof CacheEntry, unknown>>
  return typeof asked === 'string' && typeof at === 'number' && Array.isArray(readings) && isExamined(examined)
}

function isExamined(value: unknown): value is Examined {
  if (typeof value !== 'object' || value === null) return false
  const { findings, suppressed, unreadable, deployFiles, programs } = value as Partial<Record<keyof Examined, unknown>>
  return [findings, suppressed, unreadable, deployFiles, programs].every(Array.isArray)
}
