import type { Held } from './held.ts'
import type { MessageId } from './messages.ts'

/** The bare names of the rules. */
export type RuleName =
  | 'require-cleanup'
  | 'require-scoped-cleanup'
  | 'require-transaction-end'
  | 'require-signal-handlers'
  | 'no-exit-before-drain'
  | 'require-exit'
  | 'cleanup-order'
  | 'require-shutdown-deadline'
  | 'no-repeated-shutdown'
  | 'no-unhandled-shutdown-rejection'
  | 'no-uncatchable-signals'
  | 'notify-websocket-clients'

export type Verdict =
  | 'missing'
  | 'unreachable'
  | 'sigint-only'
  | 'sigterm-only'
  | 'leak-on-error'
  | 'open-transaction'
  | 'exit-before-drain'
  | 'no-exit'
  | 'wrong-order'
  | 'no-deadline'
  | 'not-idempotent'
  | 'unhandled-rejection'
  | 'uncatchable-signal'
  | 'silent-websocket-close'

/** A stretch of one file: offsets are UTF-16 code units from 0, lines from 1, columns from 0. */
export interface Place {
  readonly file: string
  readonly start: number
  readonly end: number
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

/** One step of the evidence: where it is acquired, where it goes, which release was found, why no signal reaches it. */
export interface Evidence {
  readonly place: Place
  readonly what: string
}

/** An edit of one file, for a person to accept. */
export interface Suggestion {
  /** The key of its sentence in the table of messages. */
  readonly id: MessageId
  readonly data: Readonly<Record<string, string>>
  /** The file that is edited, when it is not the one in which the finding stands: an editor offers only its own. */
  readonly file?: string
  readonly edits: readonly { readonly start: number; readonly end: number; readonly text: string }[]
}

export interface Finding {
  readonly rule: RuleName
  readonly verdict: Verdict
  /** `certain` findings are in the config `recommended`; `strict` adds the `likely` ones. */
  readonly confidence: 'certain' | 'likely'
  readonly place: Place
  /** The key of its sentence in the table of messages: mostly the verdict, sometimes with more said. */
  readonly message: MessageId
  readonly data: Readonly<Record<string, string>>
  readonly because: readonly Evidence[]
  readonly suggestions: readonly Suggestion[]
  /** What stays open, where that is what is found. */
  readonly held?: Held
}

/** A file that could not be analysed: the rest was. */
export interface Unreadable {
  readonly file: string
  readonly line: number
  readonly why: string
  /** The fault is ours, not the file's. */
  readonly isBug?: true
}
