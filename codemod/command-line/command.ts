import type { Asked } from './asked.ts'
import type { Flag } from './flag.ts'

/** One thing that the program does. It stands in `commands/`, in a file of its name, as the default export. */
export interface Command {
  readonly name: string
  /** What it does, for the list of all commands and the top of its own help. */
  readonly summary: string
  /** What stands behind its name. */
  readonly words: Words
  /** Its own ones: `--help` and `--version` are everybody's. */
  readonly flags: readonly Flag[]
  /** What it means when it ends with 0, and with 1. */
  readonly exits: readonly [zero: string, one: string]
  /** Without the program's name before them. */
  readonly examples: readonly [string, ...string[]]
  /**
   * Does it; what is heavy is imported here, so that help answers at once.
   * @returns the exit code
   * @throws {CannotRun}
   */
  run(asked: Asked): Promise<number>
}

export interface Words {
  readonly name: string
  /** In lines, as the help shows them. */
  readonly description: readonly string[]
  /** What is taken where none is given. Left out: there must be one. */
  readonly fallback?: readonly string[]
}
