import type { Evidence, Place } from '../../analysis/index.ts'
import type { DeployMessageId } from './messages.ts'

/** The names of the rules about deploy files. */
export type DeployRuleName =
  'require-signal-forwarding' | 'require-grace-period' | 'require-stop-signal' | 'require-ready-message'

export type DeployVerdict = 'hidden-signal' | 'short-grace' | 'uncatchable-signal' | 'unheard-signal' | 'never-ready'

/** An edit of the deploy file, for a person to accept. Offsets are UTF-16 code units from 0. */
export interface DeploySuggestion {
  readonly id: DeployMessageId
  readonly data: Readonly<Record<string, string>>
  readonly edits: readonly { readonly start: number; readonly end: number; readonly text: string }[]
}

/** What is wrong in a deploy file, in the shape of what the analysis finds in code. */
export interface DeployFinding {
  readonly rule: DeployRuleName
  readonly verdict: DeployVerdict
  /** `certain` whatever the image or the host; `likely` where it depends on what the file does not say. */
  readonly confidence: 'certain' | 'likely'
  readonly place: Place
  readonly message: DeployMessageId
  readonly data: Readonly<Record<string, string>>
  readonly because: readonly Evidence[]
  readonly suggestions: readonly DeploySuggestion[]
}
