import type { Resource, Transaction } from '../../catalogue/index.ts'
import type { Context } from './contexts.ts'

/** What can be held: functions and classes of the project, objects, and things from outside. */
export type Token =
  /** With the context of the function in which it is written, where that has one. */
  | { readonly kind: 'function'; readonly fn: number; readonly context?: Context }
  | { readonly kind: 'class'; readonly cls: number }
  | { readonly kind: 'instance'; readonly cls: number }
  /** What `new` makes of a function. */
  | { readonly kind: 'made'; readonly fn: number }
  | { readonly kind: 'object'; readonly context?: Context }
  /** What a file exports. */
  | { readonly kind: 'namespace' }
  | { readonly kind: 'string'; readonly text: string }
  /** Something that a module from outside exports, by its path in it. */
  | { readonly kind: 'external'; readonly module: string; readonly path: string; readonly isWrapped?: true }
  /** A thing of a described type; with its acquisition, or, known by annotation alone, any of its type. */
  | { readonly kind: 'thing'; readonly type: string; readonly acquisition: number }
  /** A method of a thing, or what leads to one; wrapped, as by `promisify()`, it says by a promise that it has finished. */
  | { readonly kind: 'member'; readonly of: number; readonly name: string; readonly isWrapped?: true }
  /** `resolve` of a promise that the project makes: what it is given is what the promise holds. */
  | { readonly kind: 'resolver'; readonly result: number; readonly fn: number }
  /** Something from a file of the project that has not been read, as it did not seem to matter. */
  | { readonly kind: 'unread'; readonly file: string }
  /** Something from outside that nobody describes. */
  | { readonly kind: 'opaque' }

/** A place where something is acquired. */
export interface Acquisition {
  readonly id: number
  readonly token: number
  readonly line: Resource
  readonly type: string
  /** The call that acquires it: a global index. */
  readonly call: number
  /** A transaction is a lease with ends of its own. */
  readonly transaction?: Transaction
}
