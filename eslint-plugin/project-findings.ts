import { sumOf } from '../project/index.ts'
import { askIndex, IS_RUN, isFinished, takeNews } from './ask-index.ts'
import { findingsAlone } from './findings-alone.ts'
import type { Judged, News, Told } from './project-index.ts'
import type { Reported } from './reported.ts'

/** What answers and news have told of a project. */
interface Known extends Pick<Judged, 'cost'> {
  readonly saved: Saved | undefined
  /** Whether the disk was not looked at since: what the index has found then, its next answer tells. */
  readonly isSure: boolean
  /** When the index last looked at the disk, and when it was last needed, in ms. */
  readonly lookedAt: number
  askedAt: number
}

/** All that is found in files as they are on disk, as far as it was told. */
interface Saved {
  readonly revision: string
  readonly sums: Map<string, number | undefined>
  readonly byFile: Map<string, Reported[]>
}

/** Nobody types so fast that an editor asks again within this; a run over files hardly ever waits so long. */
const LONGEST_PAUSE_MS = 500

const known = new Map<string, Known>()

/**
 * What is found in the text of a file within its project. The index is asked for what is being edited, and now and then
 * for what may have changed; of a run over saved files it tells the most unasked.
 * @throws {InvalidConfig}
 */
export function findingsInProject(root: string, file: string, text: string): readonly Reported[] {
  takeNews().forEach(learn)
  const before = known.get(root)
  const isLookDue = before !== undefined && isDue(before)
  if (before?.saved && before.isSure && !isLookDue) {
    const { sums, byFile } = before.saved
    // Made by a tool, or ignored by git.
    if (!sums.has(file) && isFinished(root)) return findingsAlone(file, text)
    const sum = sums.get(file)
    // Who judges the whole tree does not read its tests.
    const isAsTold = sum === undefined ? IS_RUN && sums.has(file) : sum === sumOf(text)
    if (isAsTold) {
      before.askedAt = performance.now()
      return byFile.get(file) ?? []
    }
  }
  const judged = askIndex({ root, file, text, isLookDue })
  if (!judged) return findingsInProject(root, file, text)
  takeNews().forEach(learn)
  const now = performance.now()
  known.set(root, {
    cost: judged.cost,
    saved: savedAt(judged.revision, known.get(root)?.saved, judged.told),
    isSure: !isLookDue,
    lookedAt: before && !isLookDue ? before.lookedAt : now,
    askedAt: now,
  })
  return judged.findings
}

function learn({ root, cost, told }: News): void {
  const now = performance.now()
  const before = known.get(root) ?? { cost, saved: undefined, isSure: true, lookedAt: now, askedAt: now }
  known.set(root, { ...before, saved: savedAt(told.revision, before.saved, told) })
}

/** What is known at a revision, with what is told of it: what was told of an earlier one may have changed. */
function savedAt(revision: string, before: Saved | undefined, told: Told | undefined): Saved {
  const saved: Saved = before?.revision === revision ? before : { revision, sums: new Map(), byFile: new Map() }
  for (const [file, sum] of told?.sums ?? []) {
    saved.sums.set(file, sum)
    saved.byFile.delete(file)
  }
  for (const finding of told?.findings ?? []) {
    const { file } = finding.place
    const others = saved.byFile.get(file)
    if (others) others.push(finding)
    else saved.byFile.set(file, [finding])
  }
  return saved
}

/**
 * A run of a command takes the tree as it was at the beginning. Others over many files ask without a pause, and looking
 * takes some 0.5 % of it. An editor asks now and then, and after a pause anything may have been saved.
 */
function isDue({ cost, lookedAt, askedAt }: Known): boolean {
  if (IS_RUN) return false
  const now = performance.now()
  const pause = Math.min(LONGEST_PAUSE_MS, Math.max(100, 10 * cost))
  return now - lookedAt > 200 * cost || now - askedAt > pause
}
