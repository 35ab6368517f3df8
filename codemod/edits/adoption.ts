import type { Dialect } from './dialect.ts'
import type { ts } from './typescript-source.ts'

/** What is written beside an acquisition: `adopt('pool', new Pool(), (pool) => pool.end())`. */
export interface Adoption {
  /** The call that acquires. */
  readonly start: number
  readonly end: number
  /** `adopt`, or `adoptServer`. */
  readonly adopter: string
  /** What it is called where the code gives it no name. */
  readonly name: string
  /** What the log calls it, where that is not its name. */
  readonly label?: string
  /** How it is let go, by what it is called there; a function that needs no name ignores it. Left out: the adopter knows. */
  readonly release?: { readonly write: (it: string) => string; readonly usesIt: boolean }
  /** What to adopt where the release needs nothing of what the call gave: `mongoose`. */
  readonly standIn?: string
  /** What else is said of it, in the statement below. */
  readonly also?: (it: string) => string
}

/** The file in which it is written, and how its author writes. */
export interface Surroundings {
  readonly source: ts.SourceFile
  readonly dialect: Dialect
  readonly width: number
  readonly trailingComma: boolean
}

/** `(pool) => pool.end()`, or `() => mongoose.disconnect()`. */
export function releaseText({ release }: Adoption, it: string): string | undefined {
  if (!release) return undefined
  return release.usesIt ? `(${it}) => ${release.write(it)}` : `() => ${release.write(it)}`
}

/** A name that a variable can have: of `REDIS_CLIENT` and `redis-client` it is `redisClient`. */
export function variableFor(name: string): string {
  const camel = /^[A-Z\d_]+$/.test(name) ? name.toLowerCase() : name
  const joined = camel.replaceAll(/[^\w$]+(\w)?/g, (_, next: string | undefined) => next?.toUpperCase() ?? '')
  return /^[A-Za-z_$]/.test(joined) ? joined.charAt(0).toLowerCase() + joined.slice(1) : 'it'
}

/** A string as the author would write it. */
export function quoted(name: string, { quote }: Dialect): string {
  return quote + name + quote
}
