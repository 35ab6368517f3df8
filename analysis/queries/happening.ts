import type { Settles } from '../../catalogue/index.ts'
import type { Acquisition } from '../graph/tokens.ts'
import type { Moment } from './moments.ts'

/** Under which circumstances something happens. */
export interface Circumstance {
  /** The alternatives on the way to it, each as the place that decides and the way taken: `4:0`. */
  readonly branches: readonly string[]
  /** Only when something has failed. */
  readonly isFailure: boolean
  /** When a timer has run down. */
  readonly isTimed: boolean
  /** Only names lead to it, and no values. */
  readonly isGuessed: boolean
}

/** Something is let go. */
export interface Letting extends Circumstance {
  readonly kind: 'release'
  /** The call that does it; of a framework that does it by itself, the one that makes it do so. */
  readonly call: number
  readonly acquisition: Acquisition
  /** As the catalogue writes it: `.end()`. */
  readonly name: string
  readonly settles: Settles
  readonly start: Moment
  /** Nothing needs what it depends on any more. */
  readonly drained: Moment
  readonly finish: Moment
}

/** The process is ended. */
export interface Exit extends Circumstance {
  readonly kind: 'exit'
  readonly call: number
  /** Whether the call does not exit itself, but is given `process.exit` to run. */
  readonly isGiven: boolean
  readonly start: Moment
}

export type Happening = Letting | Exit

/** Whether two things never both happen. */
export function isEither(a: Circumstance, b: Circumstance): boolean {
  const ways = new Map(a.branches.map((each) => each.split(':') as [string, string]))
  return b.branches.some((each) => {
    const [site = '', way] = each.split(':')
    return ways.has(site) && ways.get(site) !== way
  })
}
