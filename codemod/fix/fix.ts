import { createAnalysis, type Finding, type Unreadable } from '../../analysis/index.ts'
import { isSource, type Project } from '../../project/index.ts'
import { assertRead, assertSome } from '../selection/assert-read.ts'
import { openRoot } from '../selection/open-root.ts'
import { isWithin, outermost, toTarget } from '../selection/targets.ts'
import { answeredFindings } from './answered.ts'
import type { Outcome } from './outcome.ts'
import { overlayOf } from './overlay.ts'

export interface FixAsked {
  readonly startedIn: string
  /** Files and folders to repair, absolute or from `startedIn`. */
  readonly paths: readonly string[]
  /** Leaves a comment above what is likely, and is not repaired. */
  readonly todo: boolean
  readonly onProgress: (done: number, of: number) => void
}

/** What a file becomes. Texts are without a byte order mark. */
export interface FileText {
  readonly file: string
  /** Undefined for a file that comes along. */
  readonly before: string | undefined
  readonly after: string
}

export interface Fixed {
  readonly startedIn: string
  /** The folders that were read, each the root of a package or a workspace. */
  readonly roots: readonly string[]
  readonly read: number
  /** By file, and in a file from top to bottom. */
  readonly outcomes: readonly Outcome[]
  readonly texts: readonly FileText[]
  readonly unreadable: readonly Unreadable[]
}

/**
 * Repairs what is found below the paths, and writes nothing: each repair was confirmed by an analysis of the new texts.
 * @throws {CannotRun} when a path is missing, no file below them can be read, or the user's configuration makes no sense
 */
export async function findFixes({ startedIn, paths, todo, onProgress }: FixAsked): Promise<Fixed> {
  const targets = paths.map((path) => toTarget(startedIn, path))
  const isAsked = (file: string): boolean => targets.some(({ path }) => isWithin(path, file))
  const projects = outermost(targets.map(({ root }) => root)).map((root) => openRoot(root).project)
  const files = projects.flatMap((project) => project.files.filter((file) => isSource(file) && isAsked(file)))
  assertSome(files, paths)
  const parts: Part[] = []
  for (const project of projects)
    parts.push(await fixProject(project, { isAsked: ({ place }) => isAsked(place.file), todo, onProgress }))
  const unreadable = parts.flatMap((part) => part.unreadable).filter(({ file }) => isAsked(file))
  assertRead(files.length, unreadable, startedIn)
  return {
    startedIn,
    roots: projects.map(({ root }) => root),
    read: files.length - unreadable.length,
    outcomes: parts.flatMap(({ outcomes }) => outcomes).sort(byPlace),
    texts: parts.flatMap(({ texts }) => texts).sort(editedFirst),
    unreadable,
  }
}

interface Part {
  readonly outcomes: readonly Outcome[]
  readonly texts: readonly FileText[]
  readonly unreadable: readonly Unreadable[]
}

async function fixProject(
  project: Project,
  {
    isAsked,
    todo,
    onProgress,
  }: Pick<FixAsked, 'todo' | 'onProgress'> & { readonly isAsked: (finding: Finding) => boolean },
): Promise<Part> {
  const overlay = overlayOf(project)
  const analysis = createAnalysis(overlay)
  const { findings, unreadable } = analysis.check({ onProgress })
  const isAnswered = answeredFindings(overlay)
  const isMeant = (finding: Finding): boolean => isAsked(finding) && !isAnswered(finding)
  if (!findings.some(isMeant)) return { outcomes: [], texts: [], unreadable }
  // The edits need a compiler, and what is sound needs no edits.
  const [{ mend }, { workshopFor }, { leaveTodos }] = await Promise.all([
    import('./rounds.ts'),
    import('./workshop-for.ts'),
    import('./leave-todos.ts'),
  ])
  const outcomes = mend({
    overlay,
    analysis,
    workshop: workshopFor(overlay, project.root, findings.filter(isMeant)),
    isAsked: isMeant,
  })
  if (todo) leaveTodos(overlay, outcomes)
  const texts = [...overlay.edited].map(([file, after]) => ({ file, before: project.read(file), after }))
  return { outcomes, unreadable, texts: texts.filter(({ before, after }) => before !== after) }
}

/** A reviewer begins with what is edited. */
function editedFirst(one: FileText, other: FileText): number {
  return Number(one.before === undefined) - Number(other.before === undefined)
}

function byPlace({ finding: { place: one } }: Outcome, { finding: { place: other } }: Outcome): number {
  if (one.file !== other.file) return one.file < other.file ? -1 : 1
  return one.start - other.start
}
