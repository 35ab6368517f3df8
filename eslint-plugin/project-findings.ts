import { sumOf } from '../project/index.ts'
import { askIndex } from './ask-index.ts'
import type { Judged } from './project-index.ts'
import type { Reported } from './reported.ts'

/** What the answers for a project have told. */
interface Known extends Pick<Judged, 'cost'> {
  readonly whole: Whole | undefined
  /** Whether the disk was not looked at since: what the index has found then, its next answer tells. */
  readonly isSure: boolean
  /** When the index last looked at the disk, and when it was last needed, in ms. */
  readonly lookedAt: number
  askedAt: number
}

/** All that is found in the files as they are on disk. */
interface Whole {
  readonly revision: number
  readonly sums: ReadonlyMap<string, number | undefined>
  readonly byFile: ReadonlyMap<string, readonly Reported[]>
}

/** Nobody types so fast that an editor asks again within this; a run over files hardly ever waits so long. */
const LONGEST_PAUSE_MS = 500

const known = new Map<string, Known>()

/**
 * What is found in the text of a file within its project. The index is asked for what is being edited, and now and then
 * for what may have changed; of a run over saved files it gives all answers with the first.
 * @throws {InvalidConfig}
 */
export function findingsInProject(root: string, file: string, text: string): readonly Reported[] {
  const before = known.get(root)
  const isLookDue = before !== undefined && isDue(before)
  if (before?.whole && before.isSure && !isLookDue && before.whole.sums.get(file) === sumOf(text)) {
    before.askedAt = performance.now()
    return before.whole.byFile.get(file) ?? []
  }
  const judged = askIndex({ root, file, text, isLookDue })
  const now = performance.now()
  known.set(root, {
    cost: judged.cost,
    whole: wholeOf(judged, before),
    isSure: !isLookDue,
    lookedAt: before && !isLookDue ? before.lookedAt : now,
    askedAt: now,
  })
  return judged.findings
}

function wholeOf({ revision, whole }: Judged, before: Known | undefined): Whole | undefined {
  if (!whole) return before?.whole?.revision === revision ? before.whole : undefined
  return { revision, sums: whole.sums, byFile: Map.groupBy(whole.findings, ({ place }) => place.file) }
}

/**
 * A run over many files asks without a pause, and looking takes some 0.5 % of it. An editor asks now and then, and
 * after a pause anything may have been saved.
 */
function isDue({ cost, lookedAt, askedAt }: Known): boolean {
  const now = performance.now()
  const pause = Math.min(LONGEST_PAUSE_MS, Math.max(100, 10 * cost))
  return now - lookedAt > 200 * cost || now - askedAt > pause
}
