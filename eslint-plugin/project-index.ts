import { posix } from 'node:path'
import { threadId } from 'node:worker_threads'
import { createAnalysis, type Analysis, type Finding, type Found } from '../analysis/index.ts'
import { findRoot, InvalidConfig, openProject, type Project, type Surroundings } from '../project/index.ts'
import { findingsAlone } from './findings-alone.ts'
import { toReported, type Reported } from './reported.ts'

export interface Question {
  readonly root: string
  readonly file: string
  /** The text that is linted, saved or not. */
  readonly text: string
  /** Whether the disk is to be looked at again before. */
  readonly isLookDue: boolean
}

export interface Judged {
  readonly findings: readonly Reported[]
  /** Changes with what is known of the disk; no two threads have the same. */
  readonly revision: string
  /** How long the last look at all files took, in ms. */
  readonly cost: number
  /** Given once for each revision, when the whole tree was judged. */
  readonly told?: Told
}

/** All that is found in some files as they are on disk. */
export interface Told {
  readonly revision: string
  readonly findings: readonly Reported[]
  /** Of each of these files that was read a sum of its text. */
  readonly sums: ReadonlyMap<string, number | undefined>
}

/** What nobody has asked for yet. */
export interface News extends Pick<Judged, 'cost'> {
  readonly root: string
  readonly told: Told
}

export interface Indexes {
  /**
   * What is found in the text of a file within its project. A run over saved files costs one analysis of the tree; what
   * is changed then, one of the programs that it belongs to.
   * @throws {InvalidConfig}
   */
  judge(question: Question): Judged
  /**
   * Goes on with the project that was asked for last, or with one that is certain to be asked for; undefined when there
   * is nothing left to tell, or what is left is known only when somebody asks.
   */
  goOn(early?: string): News | undefined
  /** Whether all that can be asked for was told: the project is the only one, and has none below that is its own. */
  hasToldAll(root: string): boolean
}

interface Index {
  readonly project: Project
  readonly byParts: boolean
  analysis: Analysis
  /** The look at all files that is to come. */
  later: NodeJS.Immediate | undefined
  cost: number
  /** What was given as a whole last. */
  given: readonly Finding[] | undefined
  /** What is to come unasked, at a revision of the project. */
  ahead: Ahead | undefined
  /** What went wrong after the last answer, for the next. */
  failure: Error | undefined
}

interface Ahead {
  readonly revision: number
  /** Undefined where they share too much. */
  readonly parts: Iterator<Found | undefined, void> | undefined
  /** Whether what was told is all, once no part is left. */
  isComplete: boolean
}

interface Options {
  /** Whether there is time between the questions to judge one part after the other. */
  readonly byParts: boolean
  /** Whether each file will be asked for, and what only the whole tree can tell is worth its time. */
  readonly isRun?: boolean
}

/** The projects that are linted. */
export function openIndexes({ byParts, isRun = false }: Options): Indexes {
  const indexes = new Map<string, Index>()
  let last: string | undefined

  function indexOf(root: string): Index {
    const index = indexes.get(root) ?? open(root, byParts)
    indexes.set(root, index)
    last = root
    return index
  }

  return {
    judge({ root, file, text, isLookDue }) {
      const index = indexOf(root)
      if (index.failure) {
        indexes.delete(root)
        throw index.failure
      }
      if (isLookDue) look(index, file)
      const findings = judge(index, file, text).map(toReported)
      return { findings, revision: revisionOf(index), cost: index.cost, ...wholeOf(index) }
    },
    goOn(early) {
      const root = early ?? last
      if (root === undefined) return undefined
      const index = indexOf(root)
      const found = nextOf(index) ?? (isRun || early !== undefined ? allOf(index) : undefined)
      return found && { root, cost: index.cost, told: toTold(index, found) }
    },
    hasToldAll(root) {
      const index = indexes.size === 1 ? indexes.get(root) : undefined
      return index?.ahead?.isComplete === true && isUndivided(index.project)
    },
  }
}

function open(root: string, byParts: boolean): Index {
  const start = performance.now()
  const project = openProject(root)
  const cost = performance.now() - start
  const analysis = createAnalysis(project, { byParts })
  return { project, byParts, analysis, later: undefined, cost, given: undefined, ahead: undefined, failure: undefined }
}

function judge({ project, analysis }: Index, file: string, text: string): readonly Finding[] {
  // On disk, and yet not in the list: made by a tool, or ignored by git.
  if (!project.has(file) && project.version(file) !== '') return findingsAlone(file, text)
  return analysis.findingsIn(file, text)
}

function wholeOf(index: Index): { told?: Told } {
  const findings = index.analysis.found()
  if (!findings || findings === index.given) return {}
  index.given = findings
  return { told: toTold(index, { files: index.project.files, findings }) }
}

function nextOf(index: Index): Found | undefined {
  const revision = index.project.revision()
  if (index.ahead?.revision !== revision) {
    const parts = index.analysis.ahead()
    index.ahead = { revision, parts, isComplete: parts !== undefined }
  }
  const { parts } = index.ahead
  for (let next = parts?.next(); next?.done === false; next = parts?.next()) {
    if (next.value) return next.value
    // Only the whole tree can tell.
    index.ahead.isComplete = false
  }
  return undefined
}

function allOf(index: Index): Found | undefined {
  if (!index.ahead || index.ahead.isComplete) return undefined
  const found = index.analysis.judgeAll()
  index.ahead.isComplete = true
  // An answer has told it.
  if (found.findings === index.given) return undefined
  index.given = found.findings
  return found
}

function toTold(index: Index, { files, findings }: Found): Told {
  const { readings } = index.project
  const sums = new Map(files.map((file) => [file, readings.get(file)]))
  return { revision: revisionOf(index), findings: findings.map(toReported), sums }
}

/** Whether no package below is a project of its own. */
function isUndivided({ root, files }: Project): boolean {
  const known = new Map<string, Surroundings>()
  return files.every((file) => posix.basename(file) !== 'package.json' || findRoot(posix.dirname(file), known) === root)
}

/** A thread that is begun after another counts its looks from the beginning. */
function revisionOf({ project }: Index): string {
  return `${threadId}.${project.revision()}`
}

/**
 * What the answer depends on is looked at before it is given, and all the rest when it has been: nobody waits for that.
 * What is new far away, the next answer knows.
 */
function look(index: Index, file: string): void {
  const near = index.analysis.near(file)
  if (near) {
    refresh(index, () => {
      index.project.refreshNear(near)
    })
    index.later ??= setImmediate(lookLater, index)
  } else lookEverywhere(index)
}

function lookLater(index: Index): void {
  index.later = undefined
  try {
    lookEverywhere(index)
  } catch (error) {
    // Until it is mended, each look ends so, and the next answer says it.
    if (!(error instanceof InvalidConfig)) index.failure = error as Error
  }
}

function lookEverywhere(index: Index): void {
  const start = performance.now()
  refresh(index, () => {
    index.project.refresh()
  })
  index.cost = performance.now() - start
}

function refresh(index: Index, look: () => void): void {
  const { project, byParts } = index
  const { entries } = project
  look()
  if (project.entries === entries) return
  index.analysis = createAnalysis(project, { byParts })
  index.ahead = undefined
}
