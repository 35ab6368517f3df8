import { RULES } from '../analysis/index.ts'
import { SUPPRESSION_RULES } from './suppression/rules.ts'

/** What a rule is about, whoever holds to it. */
export interface ReportedRule {
  /** What it asks of the code, in words that follow “require”, “disallow” or “enforce”. */
  readonly says: string
  readonly verdicts: readonly string[]
  /** Its page, where that is not one of the plugin's. */
  readonly page?: string
}

/** All rules that a report may name. */
export const REPORTED_RULES: Readonly<Record<string, ReportedRule>> = { ...RULES, ...SUPPRESSION_RULES }
