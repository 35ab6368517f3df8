import { RULES, sayFinding, type Finding, type Rule } from '../analysis/index.ts'
import { DEPLOY_RULES, sayDeployFinding, type DeployFinding } from './deploy/index.ts'

/** What a report tells of: faults of code, and of deploy files. */
export type Reported = Finding | DeployFinding

/** What each rule asks, and the verdicts that it gives; the page of a rule about deploy files is one for all. */
export const REPORTED_RULES: readonly ReportedRule[] = [
  ...Object.entries(RULES).map(([name, rule]) => ({ name, ...rule, isAboutDeploy: false })),
  ...Object.entries(DEPLOY_RULES).map(([name, rule]) => ({ name, ...rule, isAboutDeploy: true })),
]

interface ReportedRule extends Pick<Rule, 'says'> {
  readonly name: string
  readonly verdicts: readonly string[]
  readonly isAboutDeploy: boolean
}

export function sayReported(reported: Reported): string {
  return isAboutDeploy(reported) ? sayDeployFinding(reported) : sayFinding(reported)
}

export function isAboutDeploy(reported: Reported): reported is DeployFinding {
  return reported.rule in DEPLOY_RULES
}
