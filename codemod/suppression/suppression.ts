import type { Place } from '../../analysis/index.ts'

/** A comment that answers findings. */
export interface Suppression {
  /** Where it stands. */
  readonly place: Place
  /** Whose comment it is: ESLint says itself when its own is not needed. */
  readonly by: 'graceful' | 'eslint'
  /** The bare names of rules. */
  readonly rules: readonly string[]
  readonly reason: string
  /** The lines whose findings it answers, from 1, the last one too. */
  readonly from: number
  readonly to: number
}
