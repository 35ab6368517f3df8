import type { Finding } from '../analysis/index.ts'
import type { DeployFinding } from './deploy/index.ts'
import type { Unmarked } from './with-fingerprints.ts'

/** A finding with its sentence, as it is told: files that are named in it are from the root, wherever that is. */
export function toReported(finding: Finding | DeployFinding, sentence: string, root: string): Unmarked {
  const { rule, verdict, confidence, place, because } = finding
  const told = (text: string): string => text.replaceAll(`${root}/`, '')
  return {
    ...{ rule, verdict, confidence, place },
    said: told(sentence),
    because: because.map((step) => ({ ...step, what: told(step.what) })),
  }
}
