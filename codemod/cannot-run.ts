/** What keeps the program from doing what it was asked. The message is one line, and says what to do. */
export class CannotRun extends Error {
  override readonly name = 'CannotRun'
}
