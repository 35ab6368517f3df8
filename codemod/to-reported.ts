import { sayFinding, type Finding } from '../analysis/index.ts'
import type { Unmarked } from './with-fingerprints.ts'

/** A finding as it is told: files that a sentence names are from the root, wherever that is. */
export function toReported(finding: Finding, root: string): Unmarked {
  const { rule, verdict, confidence, place, because } = finding
  const told = (sentence: string): string => sentence.replaceAll(`${root}/`, '')
  return {
    ...{ rule, verdict, confidence, place },
    said: told(sayFinding(finding)),
    because: because.map((step) => ({ ...step, what: told(step.what) })),
  }
}
