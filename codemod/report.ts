import type { Evidence, Place, ProgramStory, Unreadable } from '../analysis/index.ts'

/** What a check found. Files are absolute paths with `/`. */
export interface Report extends ReportData {
  /** The text of a file that a finding or its evidence stands in. */
  textOf(file: string): string | undefined
}

/** The same as data alone. */
export interface ReportData {
  /** The folder that paths are shown relative to. */
  readonly startedIn: string
  readonly strict: boolean
  /** How many of the files asked for could be judged. */
  readonly read: number
  /** The files whose findings are all in here. */
  readonly judged: ReadonlySet<string>
  /** By file, and in a file from top to bottom. */
  readonly findings: readonly Reported[]
  /** How many findings a comment in the code answers. */
  readonly suppressed: number
  /** How many findings the baseline has already. */
  readonly known: number
  readonly unreadable: readonly Unreadable[]
  /** What else a person should know, one sentence each. */
  readonly notes: readonly string[]
  /** Which part of a whole it is. */
  readonly shard?: Shard
}

/** A report that tells of each program, too, what it opens and how it stops. */
export type ToldReport = Report & Told

export interface Told {
  readonly programs: readonly ProgramStory[]
}

/** A finding as it is told, whoever found it. */
export interface Reported {
  readonly rule: string
  readonly verdict: string
  readonly confidence: 'certain' | 'likely'
  readonly place: Place
  /** The sentence. */
  readonly said: string
  readonly because: readonly Evidence[]
  /** Tells it from all others of its file, and stays the same when lines come and go around it. */
  readonly fingerprint: string
}

/** One of `of` parts that make a whole together; `index` counts from 1. */
export interface Shard {
  readonly index: number
  readonly of: number
}
