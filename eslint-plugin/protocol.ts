import type { MessagePort } from 'node:worker_threads'
import type { Judged, News } from './project-index.ts'

/** What the thread of the index is begun with. */
export interface ToWorker {
  readonly port: MessagePort
  /** Shared, so that who waits can sleep: how often each of these has happened. */
  readonly state: Int32Array<SharedArrayBuffer>
  /** The project that is judged before anyone asks. */
  readonly early: string | undefined
}

/** The thread has begun. */
export const BEGUN = 0
/** It has begun with the project that nobody asked for yet, or had none, and hears questions. */
export const FREE = 1
/** It has answered. */
export const ANSWERED = 2
export const STATES = 3

/** News come unasked, before the next answer. */
export type FromWorker =
  | { readonly kind: 'answer'; readonly judged: Judged }
  | { readonly kind: 'failure'; readonly error: unknown; readonly isInvalid: boolean }
  | { readonly kind: 'news'; readonly news: News }
