import type { Finding } from '../analysis/index.ts'

/** What a rule reports of a finding. The evidence is the codemod's. */
export type Reported = Pick<Finding, 'rule' | 'confidence' | 'place' | 'message' | 'data' | 'suggestions'>

export function toReported({ rule, confidence, place, message, data, suggestions }: Finding): Reported {
  return { rule, confidence, place, message, data, suggestions }
}
