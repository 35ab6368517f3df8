import type { Finding } from '../../analysis/index.ts'

/** A finding as it was found, and what has become of it. */
export type Outcome =
  | { readonly finding: Finding; readonly is: 'fixed'; readonly how: string }
  /** Nothing was done about it, and it is no longer found. */
  | { readonly finding: Finding; readonly is: 'gone'; readonly how: string }
  | { readonly finding: Finding; readonly is: 'left'; readonly why: string }
