import { createAnalysis, type Analysis, type Finding } from '../analysis/index.ts'
import { InvalidConfig, openProject, type Project } from '../project/index.ts'

interface Index {
  readonly project: Project
  analysis: Analysis
  /** The look at all files that is to come. */
  later: NodeJS.Immediate | undefined
  /** How long the last look at all files took, and when it and the last question were, in ms. */
  cost: number
  lookedAt: number
  askedAt: number
}

/** Nobody types so fast that an editor asks again within this; a run over files hardly ever waits so long. */
const LONGEST_PAUSE_MS = 500

const indexes = new Map<string, Index>()

/**
 * What is found in the text of a file within its project. A run over saved files costs one analysis of the tree; what
 * is changed then, one of the programs that it belongs to.
 */
export function findingsInProject(root: string, file: string, text: string): readonly Finding[] {
  const index = indexes.get(root) ?? open(root)
  indexes.set(root, index)
  if (isDue(index)) look(index, file)
  const findings = judge(index, file, text)
  index.askedAt = performance.now()
  return findings
}

export function findingsAlone(file: string, text: string): readonly Finding[] {
  return createAnalysis({ files: [file], read: () => text }).findingsIn(file, text)
}

function judge(index: Index, file: string, text: string): readonly Finding[] {
  const { project, analysis } = index
  // On disk, and yet not in the list: made by a tool, or ignored by git.
  if (!project.has(file) && project.version(file) !== '') return findingsAlone(file, text)
  return analysis.findingsIn(file, text)
}

function open(root: string): Index {
  const start = performance.now()
  const project = openProject(root)
  const now = performance.now()
  const analysis = createAnalysis(project)
  return { project, analysis, later: undefined, cost: now - start, lookedAt: now, askedAt: now }
}

/**
 * A run over many files asks without a pause, and looking takes some 0.5 % of it. An editor asks now and then, and
 * after a pause anything may have been saved.
 */
function isDue({ cost, lookedAt, askedAt }: Index): boolean {
  const now = performance.now()
  const pause = Math.min(LONGEST_PAUSE_MS, Math.max(100, 10 * cost))
  return now - lookedAt > 200 * cost || now - askedAt > pause
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
    index.later ??= setImmediate(lookLater, index).unref()
  } else lookEverywhere(index)
}

function lookLater(index: Index): void {
  index.later = undefined
  try {
    lookEverywhere(index)
  } catch (error) {
    // The next answer says it: until it is mended, each look ends so.
    if (!(error instanceof InvalidConfig)) throw error
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
  index.lookedAt = performance.now()
}
