import type { Finding, Unreadable } from './finding.ts'
import type { Stop } from './queries/stops.ts'
import type { ProgramStory } from './stories/story.ts'

/** What is found in a tree. */
export interface Report {
  /** In the order of files and lines. */
  readonly findings: readonly Finding[]
  readonly unreadable: readonly Unreadable[]
  /** How many files were looked at. */
  readonly read: number
}

export interface StoppingReport extends Report {
  readonly stops: readonly Stop[]
}

export interface ToldReport extends StoppingReport {
  readonly programs: readonly ProgramStory[]
}
