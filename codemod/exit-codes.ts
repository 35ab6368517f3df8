import type { Report } from './report.ts'

export const NOTHING_FOUND = 0

export const FOUND = 1

export const COULD_NOT_RUN = 2

/** What a report means for who asked; when a file could not be judged through our own fault, it is not the whole truth. */
export function exitCodeOf({ findings, unreadable }: Report): number {
  if (unreadable.some(({ isBug }) => isBug)) return COULD_NOT_RUN
  return findings.length > 0 ? FOUND : NOTHING_FOUND
}
