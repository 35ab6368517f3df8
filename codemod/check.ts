import { realpathSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { createAnalysis, type Unreadable } from '../analysis/index.ts'
import { findRoot, InvalidConfig, isSource, openProject, toKey, type Project } from '../project/index.ts'
import { CannotRun } from './cannot-run.ts'
import { judgeDeploy } from './deploy/index.ts'
import type { Report } from './report.ts'
import type { Reported } from './reported.ts'
import { shownPath } from './shown-path.ts'

export interface Check {
  readonly startedIn: string
  /** Files and folders to report on, absolute or from `startedIn`. */
  readonly paths: readonly string[]
  readonly strict: boolean
  readonly onProgress: (done: number, of: number) => void
}

interface Target {
  readonly path: string
  readonly root: string
}

/**
 * Analyses the packages around the paths, and reports on what lies below the paths.
 * @throws {CannotRun} when a path is missing, no file below them can be read, or the user's configuration makes no sense
 */
export function check({ startedIn, paths, strict, onProgress }: Check): Report {
  const targets = paths.map((path) => toTarget(startedIn, path))
  const isAsked = (file: string): boolean => targets.some(({ path }) => isWithin(path, file))
  const files = new Set<string>()
  const findings: Reported[] = []
  const unreadable: Unreadable[] = []
  const projects = outermost(targets.map(({ root }) => root)).map(open)
  for (const project of projects) {
    const found = createAnalysis(project).check({ onProgress })
    const { root, read } = project
    const deploy = judgeDeploy({ root, files: project.findDeployFiles(), read, stops: found.stops })
    for (const file of [...project.files.filter(isSource), ...deploy.judged]) if (isAsked(file)) files.add(file)
    findings.push(
      ...[...found.findings, ...deploy.findings].filter(({ place, confidence }) => {
        return isAsked(place.file) && (strict || confidence === 'certain')
      }),
    )
    unreadable.push(...found.unreadable.filter(({ file }) => isAsked(file)))
  }
  assertRead(files.size, unreadable, { startedIn, paths })
  return {
    startedIn,
    strict,
    read: files.size - unreadable.length,
    findings: findings.sort(byPlace),
    unreadable: unreadable.sort((one, other) => compare(one.file, other.file)),
    textOf: (file) => projects.find(({ root }) => isWithin(root, file))?.read(file),
  }
}

function toTarget(startedIn: string, path: string): Target {
  try {
    const real = realpathSync(resolve(startedIn, path))
    const folder = statSync(real).isDirectory() ? real : dirname(real)
    return { path: toKey(real), root: findRoot(folder) ?? toKey(folder) }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new CannotRun(
      code === 'ENOENT' ? `There is no file or folder ${path}.` : `${path} can not be read (${code}).`,
    )
  }
}

function open(root: string): Project {
  try {
    return openProject(root)
  } catch (error) {
    throw error instanceof InvalidConfig ? new CannotRun(error.message) : error
  }
}

/** Without those below another one, which is analysed with them. */
function outermost(roots: readonly string[]): readonly string[] {
  const all = [...new Set(roots)]
  return all.filter((root) => !all.some((other) => other !== root && isWithin(other, root)))
}

function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`)
}

function assertRead(
  files: number,
  unreadable: readonly Unreadable[],
  { startedIn, paths }: Pick<Check, 'startedIn' | 'paths'>,
): void {
  const [first] = unreadable
  if (files === 0) {
    throw new CannotRun(
      `Nothing to check in ${paths.join(', ')}: there is no JavaScript or TypeScript file and no deploy file, or git ignores it.`,
    )
  }
  if (first && unreadable.length === files) {
    throw new CannotRun(`No file could be read: ${shownPath({ startedIn }, first.file)}:${first.line}: ${first.why}`)
  }
}

function byPlace({ place: one }: Reported, { place: other }: Reported): number {
  return compare(one.file, other.file) || one.start - other.start || one.end - other.end
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1
}
