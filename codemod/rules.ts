import { RULES } from '../analysis/index.ts'
import { DEPLOY_RULES } from './deploy/index.ts'
import { SUPPRESSION_RULES } from './suppression/rules.ts'

/** What a rule is about, whoever holds to it. */
export interface ReportedRule {
  /** What it asks of the code, in words that follow “require”, “disallow” or “enforce”. */
  readonly says: string
  readonly verdicts: readonly string[]
  /** Its page, where that is not one of the plugin's. */
  readonly page?: string
}

const DEPLOY_PAGE = 'https://unpkg.com/graceful-codemod/docs/deploy.md'

/** All rules that a report may name. */
export const REPORTED_RULES: Readonly<Record<string, ReportedRule>> = {
  ...RULES,
  ...Object.fromEntries(
    Object.entries(DEPLOY_RULES).map(([name, rule]) => [name, { ...rule, page: `${DEPLOY_PAGE}#${name}` }]),
  ),
  ...SUPPRESSION_RULES,
}
