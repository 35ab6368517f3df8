/** A mistake in what was asked for. The message says what to do; `yo` and the bin exit with `code`. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
  readonly code = 2
}
