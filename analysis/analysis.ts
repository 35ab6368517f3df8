import { ALL, type Entry } from '../catalogue/index.ts'
import { judgeApart, type Found } from './apart.ts'
import { checkByParts } from './check-by-parts.ts'
import type { Finding } from './finding.ts'
import { describe } from './graph/describe.ts'
import type { Host, Unsaved } from './host.ts'
import { investigate } from './investigate.ts'
import { moveFindings, saysTheSame } from './moved.ts'
import { knowFiles } from './known-files.ts'
import { areOnlyIn, neighbourhoodOf, partOf, programsOf, type LoadedElsewhere, type Programs } from './neighbourhood.ts'
import { findStops, type Stop } from './queries/stops.ts'
import type { Report, StoppingReport, ToldReport } from './report.ts'
import { createScanner } from './scan.ts'
import { changedSince, stampsOf, type Stamps } from './stamps.ts'
import { findStarts } from './starts.ts'
import { tellPrograms } from './stories/tell-programs.ts'
import { createSurveyor, type OnProgress, type Survey } from './survey.ts'
import { judge } from './verdicts/judge.ts'

export interface Analysis {
  /** Judges the whole tree. */
  check(options?: { onProgress?: OnProgress }): StoppingReport
  /** Judges the whole tree, and tells of each program what it opens and how it stops. */
  tell(options?: { onProgress?: OnProgress }): ToldReport
  /** Judges one file, by `text` where that is given: the unsaved text of an editor. */
  findingsIn(file: string, text?: string): readonly Finding[]
  /** What was found in the whole tree; undefined when it was not judged yet, or something has changed since. */
  found(): readonly Finding[] | undefined
  /** Judges the tree by its parts, one after the other; undefined where they share too much. */
  ahead(): Generator<Found | undefined, void> | undefined
  /** Judges all files. */
  judgeAll(): Found
  /** The files that what is found in one depends on, as far as is known: undefined before the first judgement. */
  near(file: string): ReadonlySet<string> | undefined
}

interface Options {
  /** Whether one file is judged by the programs alone that load it, where they share little with others. */
  readonly byParts?: boolean
}

/** What is kept of a judgement of the whole tree. */
interface Whole {
  readonly stamps: Stamps
  readonly report: Report
  readonly byFile: ReadonlyMap<string, readonly Finding[]>
  readonly programs: Programs
  readonly stops: readonly Stop[] | undefined
}

/** What the catalogue says, once read: the same for everyone who adds nothing to it. */
let catalogue: ReturnType<typeof readWith> | undefined

export function createAnalysis(host: Host, { byParts = false }: Options = {}): Analysis {
  const entries = host.entries ?? []
  const { described, scan } = readCatalogue(entries)
  const known = knowFiles(host, scan)
  const surveyor = createSurveyor(host, known, described)
  let whole: Whole | undefined
  /** The last judgement of one file or its unsaved text, within the part of the tree that it depends on. */
  let last: { readonly key: string; readonly findings: readonly Finding[] } | undefined

  const apart = judgeApart(host, surveyor, (survey, scope) => investigate(survey, surveyor, known, described, scope))

  function judgeWhole({ stopping = false, onProgress }: { stopping?: boolean; onProgress?: OnProgress } = {}): Whole {
    const stamps = stampsOf(host)
    const survey = surveyor.survey(undefined, onProgress)
    const { inquiry, unreadable, read } = investigate(survey, surveyor, known, described)
    const stops = stopping ? findStops(inquiry) : undefined
    const findings = judge(inquiry)
    const byFile = Map.groupBy(findings, ({ place }) => place.file)
    return { stamps, report: { findings, unreadable, read }, byFile, programs: programsOf(inquiry), stops }
  }

  /**
   * What is found in a file, by an editor's text of it where that is given. Of a tree that was judged before, only what
   * the file's own programs load is judged again, as long as nothing else has changed.
   */
  function judgeFile(file: string, unsaved?: Unsaved): readonly Finding[] {
    if (!unsaved && whole && changedSince(whole.stamps, host)?.length === 0) return whole.byFile.get(file) ?? []
    const own = byParts ? apart.findingsIn(file, unsaved) : undefined
    if (own) return own
    whole ??= judgeWhole()
    const changed = changedSince(whole.stamps, host)
    if (!unsaved && changed?.length === 0) return whole.byFile.get(file) ?? []
    const survey = surveyor.survey(unsaved)
    const near = (programs: Programs): ReadonlySet<string> => neighbourhoodOf(file, survey.imports, programs)
    if (!changed || !areOnlyIn(near(whole.programs), changed, whole.programs)) {
      whole = judgeWhole()
      if (!unsaved) return whole.byFile.get(file) ?? []
    }
    return judgePart(file, partOf(survey, near(whole.programs)), whole.programs, unsaved)
  }

  /** What is found in a file, when of the whole tree only this part is looked at. */
  function judgePart(file: string, survey: Survey, { isLoaded }: Programs, unsaved?: Unsaved): readonly Finding[] {
    const { imports } = survey
    const key = [unsaved?.text, file, ...[...imports.keys()].map((each) => host.version?.(each))].join(' ')
    if (last?.key !== key) {
      // Who loads the file itself is in sight, whatever was known of it.
      const loadedElsewhere: LoadedElsewhere = (each, call) => each !== file && isLoaded(each, call)
      const { inquiry } = investigate(survey, surveyor, known, described, { unsaved, loadedElsewhere })
      last = { key, findings: judge(inquiry).filter(({ place }) => place.file === file) }
    }
    return last.findings
  }

  return {
    check({ onProgress } = {}) {
      const parts = apart.ahead(onProgress)
      const found = parts && checkByParts(parts, surveyor.survey(), known)
      if (found) return found
      if (!whole?.stops || changedSince(whole.stamps, host)?.length !== 0)
        whole = judgeWhole({ stopping: true, ...(onProgress && { onProgress }) })
      return { ...whole.report, stops: whole.stops ?? [] }
    },
    tell({ onProgress } = {}) {
      const survey = surveyor.survey(undefined, onProgress)
      const investigation = investigate(survey, surveyor, known, described)
      const { inquiry, unreadable, read } = investigation
      const starts = findStarts(host, known.textOf, surveyor.resolver(), described)
      const programs = tellPrograms(investigation, starts)
      return { findings: judge(inquiry), stops: findStops(inquiry), programs, unreadable, read }
    },
    findingsIn(file, text) {
      const isKnown = surveyor.has(file)
      if (text === undefined || (isKnown && known.textOf(file) === text)) return judgeFile(file)
      const unsaved = { file, text }
      const before = isKnown ? known.factsOf(file) : undefined
      const now = known.factsOf(file, unsaved)
      if (before && now && !('why' in before) && !('why' in now) && saysTheSame(before, now)) {
        const moved = moveFindings(judgeFile(file), before, now)
        if (moved) return moved
      }
      return judgeFile(file, unsaved)
    },
    found: () => (whole && changedSince(whole.stamps, host)?.length === 0 ? whole.report.findings : undefined),
    ahead: () => apart.ahead(),
    judgeAll() {
      if (!whole || changedSince(whole.stamps, host)?.length !== 0) whole = judgeWhole()
      return { files: host.files, findings: whole.report.findings }
    },
    near: (file) =>
      (byParts ? apart.near(file) : undefined) ??
      (whole && neighbourhoodOf(file, surveyor.survey().imports, whole.programs)),
  }
}

function readCatalogue(entries: readonly Entry[]): ReturnType<typeof readWith> {
  return entries.length > 0 ? readWith(entries) : (catalogue ??= readWith([]))
}

function readWith(entries: readonly Entry[]) {
  const described = describe([...ALL, ...entries])
  return { described, scan: createScanner(described, entries) }
}
