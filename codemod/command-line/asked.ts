import type { Flag } from './flag.ts'

/** What the words of a shell ask of a command. */
export interface Asked {
  /** What stands behind the command's name, or what is taken in its place. */
  readonly words: readonly string[]
  has(flag: Flag): boolean
  /** Undefined where the flag is not given; empty where its value is left out. */
  valueOf(flag: Flag): string | undefined
}
