import { check as checkPaths } from './check.ts'
import { findFixes, type FileText, type Fixed } from './fix/fix.ts'
import type { Outcome } from './fix/outcome.ts'
import { writeFixes } from './fix/write-fixes.ts'
import { loadFormat, type Format } from './load-format.ts'
import type { Report, Reported, Shard } from './report.ts'

export { CannotRun } from './cannot-run.ts'
export type { Evidence, Place, Unreadable } from '../analysis/index.ts'
export type { Config, ConfiguredResource, Settings } from '../project/index.ts'
export type { FileText, Fixed, Outcome }
export type { Format, Report, Reported, Shard }

export interface CheckOptions {
  /** The folder that paths are from. Left out: the one that the process is in. */
  readonly cwd?: string
  /** Files and folders to report on. Left out: all of `cwd`. */
  readonly paths?: readonly string[]
  /** Report what is likely too, not only what is certain. */
  readonly strict?: boolean
  /** Report on what has changed in git since this ref; empty: since the default branch. */
  readonly changedSince?: string
  /** Report on one of several parts that are the whole together. */
  readonly shard?: Shard
  /** Called as files are read. */
  readonly onProgress?: (done: number, of: number) => void
}

/**
 * What `graceful-codemod check` finds. The whole package or workspace around the paths is read, synchronously.
 * @throws {CannotRun} when a path is missing, no file below them can be read, or a configuration makes no sense
 */
export function check({ cwd = process.cwd(), paths = ['.'], strict = false, ...rest }: CheckOptions = {}): Report {
  return checkPaths({ ...rest, startedIn: cwd, paths, strict })
}

/** Writes a report down, as `--format` does. Colours are for a terminal, and the text alone has them. */
export async function toFormat(report: Report, format: Format, hasColours = false): Promise<string> {
  return (await loadFormat(format))(report, hasColours)
}

export interface FixOptions {
  /** The folder that paths are from. Left out: the one that the process is in. */
  readonly cwd?: string
  /** Files and folders to repair. Left out: all of `cwd`. */
  readonly paths?: readonly string[]
  /** Writes the files, all or none of them. Left out: only says what they would become. */
  readonly write?: boolean
  /** Writes although something is not committed. */
  readonly allowDirty?: boolean
  /** Leaves a comment above what is likely, and is not repaired. Left out: it does. */
  readonly todo?: boolean
  /** Called as files are read. */
  readonly onProgress?: (done: number, of: number) => void
}

/**
 * What `graceful-codemod fix` makes of a repository: the new texts, and what became of each finding.
 * @throws {CannotRun} when a path is missing, no file below them can be read, or the files can not be written
 */
export async function fix({ cwd = process.cwd(), paths = ['.'], ...rest }: FixOptions = {}): Promise<Fixed> {
  const { write = false, allowDirty = false, todo = true, onProgress = () => undefined } = rest
  const fixed = await findFixes({ startedIn: cwd, paths, todo, onProgress })
  if (write) await writeFixes(fixed, { allowDirty })
  return fixed
}
