import { createAnalysis, type Analysis, type Finding, type Found } from '../analysis/index.ts'
import { InvalidConfig, openProject, type Project } from '../project/index.ts'
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
  /** Changes with what is known of the disk. */
  readonly revision: number
  /** How long the last look at all files took, in ms. */
  readonly cost: number
  /** Given once for each revision, when the whole tree was judged. */
  readonly told?: Told
}

/** All that is found in some files as they are on disk. */
export interface Told {
  readonly revision: number
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
   * Goes on with the project that was asked for last, or with one that is certain to be asked for, as far as it is
   * known by parts; undefined when there is nothing left.
   */
  goOn(early?: string): News | undefined
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
  /** The parts that are to come, at a revision of the project. */
  ahead: { readonly revision: number; readonly parts: Iterator<Found | undefined, void> | undefined } | undefined
  /** What went wrong after the last answer, for the next. */
  failure: Error | undefined
}

/** The projects that are linted; `byParts` where there is time between the questions to judge one part after the other. */
export function openIndexes({ byParts }: { byParts: boolean }): Indexes {
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
      return { findings, revision: index.project.revision(), cost: index.cost, ...wholeOf(index) }
    },
    goOn(early) {
      const root = early ?? last
      if (root === undefined) return undefined
      const index = indexOf(root)
      const found = nextOf(index) ?? (early === undefined ? undefined : allOf(index))
      return found && { root, cost: index.cost, told: toTold(index, found) }
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
  const { project } = index
  return {
    told: { revision: project.revision(), findings: findings.map(toReported), sums: project.readings },
  }
}

function nextOf(index: Index): Found | undefined {
  const revision = index.project.revision()
  if (index.ahead?.revision !== revision) index.ahead = { revision, parts: index.analysis.ahead() }
  const { parts } = index.ahead
  // Of some parts only the whole tree can tell, when somebody asks.
  for (let next = parts?.next(); next?.done === false; next = parts?.next()) if (next.value) return next.value
  return undefined
}

function allOf(index: Index): Found | undefined {
  if (index.ahead?.parts) return undefined
  const found = index.analysis.judgeAll()
  index.given = found.findings
  return found
}

function toTold({ project }: Index, { files, findings }: Found): Told {
  const sums = new Map(files.map((file) => [file, project.readings.get(file)]))
  return { revision: project.revision(), findings: findings.map(toReported), sums }
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
