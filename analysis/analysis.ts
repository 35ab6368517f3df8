import { ALL, type Entry } from '../catalogue/index.ts'
import type { Finding, Unreadable } from './finding.ts'
import { describe } from './graph/describe.ts'
import type { Host, Unsaved } from './host.ts'
import { investigate } from './investigate.ts'
import { moveFindings, saysTheSame } from './moved.ts'
import { knowFiles } from './known-files.ts'
import { findStops, type Stop } from './queries/stops.ts'
import { createScanner } from './scan.ts'
import type { ProgramStory } from './stories/story.ts'
import { tellPrograms } from './stories/tell-programs.ts'
import { judge } from './verdicts/judge.ts'

interface Report {
  readonly findings: readonly Finding[]
  readonly unreadable: readonly Unreadable[]
  /** How many files were looked at. */
  readonly read: number
}

interface StoppingReport extends Report {
  readonly stops: readonly Stop[]
}

interface ToldReport extends StoppingReport {
  readonly programs: readonly ProgramStory[]
}

export interface Analysis {
  /** Judges the whole tree. */
  check(options?: { onProgress?: (done: number, of: number) => void }): StoppingReport
  /** Judges the whole tree, and tells of each program what it opens and how it stops. */
  tell(options?: { onProgress?: (done: number, of: number) => void }): ToldReport
  /** Judges one file, by `text` where that is given: the unsaved text of an editor. */
  findingsIn(file: string, text?: string): readonly Finding[]
}

/** What the catalogue says, once read: the same for everyone who adds nothing to it. */
let catalogue: ReturnType<typeof readWith> | undefined

export function createAnalysis(host: Host): Analysis {
  const entries = host.entries ?? []
  const { described, scan } = readCatalogue(entries)
  const known = knowFiles(host, scan)
  let onDisk: { readonly versions: string; readonly report: Report; readonly stops?: readonly Stop[] } | undefined
  let edited: { readonly key: string; readonly report: Report } | undefined

  function report(unsaved?: Unsaved): Report {
    const { inquiry, unreadable, read } = investigate(host, known, described, unsaved)
    return { findings: judge(inquiry), unreadable, read }
  }

  function reportOnDisk(versions: string): Report {
    if (onDisk?.versions !== versions) onDisk = { versions, report: report() }
    return onDisk.report
  }

  function checkOnDisk(versions: string, onProgress?: (done: number, of: number) => void) {
    if (onDisk?.versions === versions && onDisk.stops) return { ...onDisk.report, stops: onDisk.stops }
    const { inquiry, unreadable, read } = investigate(host, known, described, undefined, onProgress)
    const stops = findStops(inquiry)
    onDisk = { versions, report: { findings: judge(inquiry), unreadable, read }, stops }
    return { ...onDisk.report, stops }
  }

  function versionsOf(): string {
    return host.files.map((file) => host.version?.(file) ?? '').join(' ')
  }

  return {
    check: ({ onProgress } = {}) => checkOnDisk(versionsOf(), onProgress),
    tell({ onProgress } = {}) {
      const investigation = investigate(host, known, described, undefined, onProgress)
      const { inquiry, unreadable, read } = investigation
      const programs = tellPrograms(investigation)
      return { findings: judge(inquiry), stops: findStops(inquiry), programs, unreadable, read }
    },
    findingsIn(file, text) {
      const versions = versionsOf()
      const isOf = ({ place }: Finding): boolean => place.file === file
      if (text === undefined) return reportOnDisk(versions).findings.filter(isOf)
      const unsaved = { file, text }
      const before = host.files.includes(file) ? known.factsOf(file) : undefined
      const now = known.factsOf(file, unsaved)
      if (before && now && !('why' in before) && !('why' in now) && saysTheSame(before, now)) {
        const moved = moveFindings(reportOnDisk(versions).findings.filter(isOf), before, now)
        if (moved) return moved
      }
      const key = `${versions} ${file} ${text}`
      if (edited?.key !== key) edited = { key, report: report(unsaved) }
      return edited.report.findings.filter(isOf)
    },
  }
}

function readCatalogue(entries: readonly Entry[]): ReturnType<typeof readWith> {
  return entries.length > 0 ? readWith(entries) : (catalogue ??= readWith([]))
}

function readWith(entries: readonly Entry[]) {
  const described = describe([...ALL, ...entries])
  return { described, scan: createScanner(described, entries) }
}
