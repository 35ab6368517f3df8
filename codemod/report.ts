import type { Unreadable } from '../analysis/index.ts'
import type { Reported } from './reported.ts'

/** What a check found. Files are absolute paths with `/`. */
export interface Report {
  /** The folder that paths are shown relative to. */
  readonly startedIn: string
  readonly strict: boolean
  /** How many of the files asked for could be judged. */
  readonly read: number
  /** By file, and in a file from top to bottom. */
  readonly findings: readonly Reported[]
  readonly unreadable: readonly Unreadable[]
  /** The text of a file that a finding or its evidence stands in. */
  textOf(file: string): string | undefined
}
