/** The packages could not be installed. The files stand; the message says what to run. */
export class InstallError extends Error {
  override readonly name = 'InstallError'
  readonly code = 1
}
