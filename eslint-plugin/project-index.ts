import { createAnalysis, type Analysis, type Finding } from '../analysis/index.ts'
import { InvalidConfig, isSource, openProject, type Project } from '../project/index.ts'
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
  /** All that is found in the tree as it is on disk: given once for each revision, and not where only a part was judged. */
  readonly whole?: Whole
}

interface Whole {
  readonly findings: readonly Reported[]
  /** Of each file that was read a sum of its text. */
  readonly sums: ReadonlyMap<string, number | undefined>
}

interface Index {
  readonly project: Project
  analysis: Analysis
  /** The look at all files that is to come. */
  later: NodeJS.Immediate | undefined
  cost: number
  /** What was given as a whole last. */
  given: readonly Finding[] | undefined
  /** What went wrong after the last answer, for the next. */
  failure: Error | undefined
}

const indexes = new Map<string, Index>()

/**
 * What is found in the text of a file within its project. A run over saved files costs one analysis of the tree; what
 * is changed then, one of the programs that it belongs to.
 * @throws {InvalidConfig}
 */
export function judgeInProject({ root, file, text, isLookDue }: Question): Judged {
  const index = indexOf(root)
  if (index.failure) {
    indexes.delete(root)
    throw index.failure
  }
  if (isLookDue) look(index, file)
  const findings = judge(index, file, text).map(toReported)
  return { findings, revision: index.project.revision(), cost: index.cost, ...wholeOf(index) }
}

/** Judges a project before anyone asks. */
export function judgeEarly(root: string): void {
  const { project, analysis } = indexOf(root)
  const file = project.files.find(isSource)
  if (file !== undefined) analysis.findingsIn(file)
}

function indexOf(root: string): Index {
  const index = indexes.get(root) ?? open(root)
  indexes.set(root, index)
  return index
}

function open(root: string): Index {
  const start = performance.now()
  const project = openProject(root)
  const cost = performance.now() - start
  return { project, analysis: createAnalysis(project), later: undefined, cost, given: undefined, failure: undefined }
}

function judge({ project, analysis }: Index, file: string, text: string): readonly Finding[] {
  // On disk, and yet not in the list: made by a tool, or ignored by git.
  if (!project.has(file) && project.version(file) !== '') return findingsAlone(file, text)
  return analysis.findingsIn(file, text)
}

function wholeOf(index: Index): { whole?: Whole } {
  const findings = index.analysis.found()
  if (!findings || findings === index.given) return {}
  index.given = findings
  return { whole: { findings: findings.map(toReported), sums: index.project.readings } }
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
  const { entries } = index.project
  look()
  if (index.project.entries !== entries) index.analysis = createAnalysis(index.project)
}
