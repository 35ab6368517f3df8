import type { DeployRuleName, DeployVerdict } from './finding.ts'

export interface DeployRule {
  /** What it asks of a deploy file, in words that follow “require”. */
  readonly says: string
  readonly verdicts: readonly [DeployVerdict, ...DeployVerdict[]]
}

/** What each rule about deploy files is about. */
export const DEPLOY_RULES: Readonly<Record<DeployRuleName, DeployRule>> = {
  'require-signal-forwarding': {
    says: 'require that the signal reaches the process: no shell or package manager keeps it',
    verdicts: ['hidden-signal'],
  },
  'require-grace-period': {
    says: 'require that nothing is killed before its own shutdown deadline',
    verdicts: ['short-grace'],
  },
  'require-stop-signal': {
    says: 'require that the stop is told by a signal that the program hears',
    verdicts: ['uncatchable-signal', 'unheard-signal'],
  },
  'require-ready-message': {
    says: 'require that a program which is waited for says when it is ready',
    verdicts: ['never-ready'],
  },
}
