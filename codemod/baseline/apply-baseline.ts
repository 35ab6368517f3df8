import { dirname } from 'node:path'
import { CannotRun } from '../cannot-run.ts'
import { isFolder } from '../output-file.ts'
import type { Report } from '../report.ts'
import { writeWhole } from '../write-whole.ts'
import { compare, keyOf, readBaseline, toBaselineText, type BaselineEntry } from './baseline.ts'
import { withLock } from './with-lock.ts'

export interface BaselineUse {
  readonly path: string
  /** Adds what is new. */
  readonly add: boolean
  /** Removes what is gone. */
  readonly prune: boolean
}

/** Says what is wrong with the name of a baseline, before the work is done for nothing. @throws {CannotRun} */
export function assertBaseline({ path, add }: BaselineUse): void {
  if (!isFolder(dirname(path))) throw new CannotRun(`--baseline: there is no folder ${dirname(path)} for ${path}.`)
  if (isFolder(path)) throw new CannotRun(`--baseline: ${path} is a folder, and has to be a file.`)
  if (readBaseline(path) === undefined && !add) {
    throw new CannotRun(`--baseline: there is no ${path}: --add-to-baseline makes it of what is found today.`)
  }
}

/**
 * The report without what the baseline has. Writes to the baseline only what it is asked for: what is new, or what is gone.
 * @throws {CannotRun} when the baseline can not be written
 */
export function applyBaseline(report: Report, { path, add, prune }: BaselineUse): Report {
  const { report: fresh, added, stale } = compare(report, readBaseline(path) ?? [], path)
  if (add || prune) write(path, add ? added : [], prune ? stale : [])
  const notes = [
    ...(add && added.length > 0 ? [`${counted(added.length)} added to ${path}.`] : []),
    ...(prune && stale.length > 0 ? [`${counted(stale.length)} removed from ${path}.`] : []),
    ...(!prune && stale.length > 0
      ? [
          `${counted(stale.length)} of ${path} ${stale.length === 1 ? 'is' : 'are'} gone: --prune-baseline removes them.`,
        ]
      : []),
  ]
  const left = add ? { findings: [], known: fresh.known + fresh.findings.length } : {}
  return { ...fresh, ...left, notes: [...fresh.notes, ...notes] }
}

/** What another run has written in the meantime stays. */
function write(path: string, added: readonly BaselineEntry[], removed: readonly BaselineEntry[]): void {
  const gone = new Set(removed.map(keyOf))
  try {
    withLock(path, () => {
      const now = readBaseline(path) ?? []
      writeWhole(path, toBaselineText([...now.filter((entry) => !gone.has(keyOf(entry))), ...added]))
    })
  } catch (error) {
    if (error instanceof CannotRun) throw error
    throw new CannotRun(
      `--baseline: ${path} was not written: ${error instanceof Error ? error.message : String(error)}.`,
    )
  }
}

function counted(number: number): string {
  return `${number} ${number === 1 ? 'entry' : 'entries'}`
}
