export interface Flag {
  readonly name: string
  readonly short?: string
  /** What its value is called. Left out: it takes none. */
  readonly value?: string
  /** The value may be left out too: `--changed`, `--changed=main`. */
  readonly isOptional?: true
  /** All values that it takes. */
  readonly choices?: readonly string[]
  readonly example?: string
  readonly description: string
}
