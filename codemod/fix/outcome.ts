import type { Finding } from '../../analysis/index.ts'

/** A finding as it was found, and what has become of it. */
export type Outcome =
  | { readonly finding: Finding; readonly is: 'fixed'; readonly how: string }
  | { readonly finding: Finding; readonly is: 'left'; readonly why: string }
