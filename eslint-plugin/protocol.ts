import type { MessagePort } from 'node:worker_threads'
import type { Judged, News } from './project-index.ts'

/** What the thread of the index is begun with. */
export interface ToWorker {
  readonly port: MessagePort
  /** Shared, so that who waits can sleep: how often each of these has happened, and what becomes of the thread. */
  readonly state: Int32Array<SharedArrayBuffer>
  /** The project that is judged before anyone asks. */
  readonly early: string | undefined
  /** Whether a command lints files as they are on disk, and nobody edits them. */
  readonly isRun: boolean
}

/** The thread has begun. */
export const BEGUN = 0
/** It has begun with the project that nobody asked for yet, or had none, and hears questions. */
export const FREE = 1
/** It has answered. */
export const ANSWERED = 2
/** What becomes of the thread, one of the three below: no question is lost because it ends meanwhile. */
export const LIFE = 3
export const STATES = 4

/** No question is on its way, and the thread may end. */
export const IDLE = 0
export const ASKED = 1
/** It has told everything, and answers no more. */
export const ENDED = 2

/** News come unasked, before the next answer. */
export type FromWorker =
  | { readonly kind: 'answer'; readonly judged: Judged }
  | { readonly kind: 'failure'; readonly error: unknown; readonly isInvalid: boolean }
  | { readonly kind: 'news'; readonly news: News }
