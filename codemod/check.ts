import type { Place, ProgramStory, Unreadable } from '../analysis/index.ts'
import { InvalidConfig, isSource, openProject, readSettings, type Project } from '../project/index.ts'
import type { CacheStore } from './cache/cache-store.ts'
import { examineOnce } from './cache/examine-once.ts'
import { CannotRun } from './cannot-run.ts'
import { examine, type Examined, type OnProgress } from './examine.ts'
import { byPlace, compare } from './in-order.ts'
import { readText } from './read-text.ts'
import type { ReportData, Reported, Shard, Told, ToldReport } from './report.ts'
import { changedFiles } from './selection/changed-files.ts'
import { inShard } from './selection/shards.ts'
import { isWithin, outermost, toTarget } from './selection/targets.ts'
import { shownPath } from './shown-path.ts'

export interface Check {
  readonly startedIn: string
  /** Files and folders to report on, absolute or from `startedIn`. */
  readonly paths: readonly string[]
  readonly strict: boolean
  /** Reports on what has changed since, in git; empty: since the default branch. */
  readonly changedSince?: string | undefined
  readonly shard?: Shard | undefined
  /** Tells of each program, too, what it opens and how it stops. */
  readonly tells?: boolean
  /** Where what was found is kept for the next time; a story is told anew. */
  readonly cache?: CacheStore | undefined
  readonly onProgress?: OnProgress
}

interface Opened {
  readonly project: Project
  readonly ignore: readonly string[]
}

/**
 * Analyses the packages around the paths, and reports on what lies below the paths.
 * @throws {CannotRun} when a path is missing, no file below them can be read, or the user's configuration makes no sense
 */
export function check(asked: Check): ToldReport {
  return { ...collect(asked), textOf: readText }
}

/** The same as data, which one thread can hand to another. @throws {CannotRun} */
export function collect(asked: Check): ReportData & Told {
  const { startedIn, paths, strict, changedSince, shard, cache, tells, onProgress = () => undefined } = asked
  const targets = paths.map((path) => toTarget(startedIn, path))
  const opened = outermost(targets.map(({ root }) => root)).map(open)
  const files = opened
    .flatMap(({ project }) => [...new Set([...project.files, ...project.findDeployFiles()])])
    .filter((file) => targets.some(({ path }) => isWithin(path, file)))
  const part = shard ? inShard(files, shard) : new Set(files)
  const changed = changedIn(opened, changedSince)
  const selected = new Set([...part].filter((file) => changed?.has(file) ?? true))
  const examined = opened
    .filter(({ project }) => [...selected].some((file) => isWithin(project.root, file)))
    .map(({ project, ignore }) =>
      tells ? examine(project, onProgress, true) : examineOnce(project, ignore, cache, onProgress),
    )
  const programs = examined.flatMap((each) => each.programs).filter(isTold)
  // What a program holds is reported, wherever that is acquired.
  const held = new Set(programs.flatMap(({ resources }) => resources.map(({ place }) => keyOf(place))))
  const findings = examined.flatMap((each) => each.findings).filter(isAsked)
  const unreadable = examined.flatMap((each) => each.unreadable).filter(({ file }) => selected.has(file))
  const deployed = new Set(examined.flatMap((each) => each.deployFiles).map(({ file }) => file))
  const sought = [...selected].filter((file) => isSource(file) || deployed.has(file))
  if (!shard && !changed) assertSome(sought, paths)
  assertRead(sought.length, unreadable, startedIn)
  const unread = new Set(unreadable.map(({ file }) => file))
  return {
    startedIn,
    strict,
    read: sought.length - unread.size,
    judged: new Set([...selected].filter((file) => !unread.has(file))),
    findings: findings.sort(byPlace),
    suppressed: countSuppressed(examined, (file) => selected.has(file), strict),
    known: 0,
    unreadable: unreadable.sort((one, other) => compare(one.file, other.file)),
    notes: [],
    programs,
    ...(shard && { shard }),
  }

  function isTold({ entry, resources }: ProgramStory): boolean {
    return [entry, ...resources.map(({ place }) => place.file)].some((file) => selected.has(file))
  }

  /** What a change may have brought stands in a changed file, or is led to through one. */
  function isAsked({ place, confidence, because }: Reported): boolean {
    const isHeld = because.some((step) => held.has(keyOf(step.place)))
    if (!(part.has(place.file) || isHeld) || (!strict && confidence === 'likely')) return false
    return !changed || [place, ...because.map((step) => step.place)].some(({ file }) => changed.has(file))
  }
}

function keyOf({ file, start }: Place): string {
  return `${start} ${file}`
}

function open(root: string): Opened {
  try {
    const { ignore = [] } = readSettings(root)
    return { project: openProject(root, { ignore }), ignore }
  } catch (error) {
    throw error instanceof InvalidConfig ? new CannotRun(error.message) : error
  }
}

function changedIn(opened: readonly Opened[], since: string | undefined): ReadonlySet<string> | undefined {
  if (since === undefined) return undefined
  return new Set(opened.flatMap(({ project }) => [...changedFiles(project.root, since)]))
}

function countSuppressed(examined: readonly Examined[], isAsked: (file: string) => boolean, strict: boolean): number {
  return examined
    .flatMap(({ suppressed }) => suppressed)
    .filter(({ file, confidence }) => isAsked(file) && (strict || confidence === 'certain')).length
}

function assertSome(files: readonly string[], paths: readonly string[]): void {
  if (files.length > 0) return
  throw new CannotRun(
    `Nothing to check in ${paths.join(', ')}: there is no JavaScript or TypeScript file and no deploy file, or git ignores it.`,
  )
}

function assertRead(files: number, unreadable: readonly Unreadable[], startedIn: string): void {
  const [first] = unreadable
  if (!first || unreadable.length < files || unreadable.some(({ isBug }) => isBug)) return
  throw new CannotRun(`No file could be read: ${shownPath({ startedIn }, first.file)}:${first.line}: ${first.why}`)
}
