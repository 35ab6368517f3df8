import type { Finding, Suggestion } from './finding.ts'

/** Every sentence that a person reads, for lint, codemod and docs alike: the code, what happens on the signal, what to do. */
export const MESSAGES = {
  missing: '`{{call}}` stays open on SIGTERM: call `{{release}}` once running work has drained.',
  unreachable: '`{{call}}` stays open on SIGTERM: `{{release}}` in {{where}} is reached by no signal.',
  sigintOnly: '`{{call}}` is released on SIGINT alone: do the same on SIGTERM, which orchestrators send.',
  sigtermOnly: '`{{call}}` is released on SIGTERM alone: do the same on SIGINT, which Ctrl-C and PM2 send.',
  neverReleased: '`{{call}}` is never released: call `{{release}}` in a `finally`, or hand it on.',
  leakOnError: '`{{call}}` stays open when `{{thrower}}` throws: call `{{release}}` in a `finally`.',
  leakOnReturn: '`{{call}}` stays open when the function returns in line {{line}}: call `{{release}}` in a `finally`.',
  openTransaction: '`{{call}}` is neither committed nor rolled back: end it on every path.',
  openTransactionOnError: '`{{call}}` stays open when `{{thrower}}` throws: roll back in a `catch`, then rethrow.',
  openTransactionOnReturn:
    '`{{call}}` stays open when the function returns in line {{line}}: commit or roll back before.',
  noSignalHandler: '`{{call}}` takes work in, and nothing handles SIGTERM or SIGINT: what is running is cut off.',
  noSigtermHandler: '`{{call}}` takes work in, and only SIGINT is handled: on SIGTERM what is running is cut off.',
  noSigintHandler:
    '`{{call}}` takes work in, and only SIGTERM is handled: on Ctrl-C or PM2 what is running is cut off.',
  exitBeforeDrain: '`{{exit}}` ends the process before `{{release}}` has finished: wait for it first.',
  exitBeforeCallback: '`{{exit}}` ends the process at once: `{{release}}` returns no promise, wait for its callback.',
  exitWithoutClose: '`{{exit}}` ends the process while `{{call}}` still has work: close it, and wait, first.',
  noExit:
    'The process goes on after {{signal}}, held by `{{call}}`: release that, or call `process.exit()` at the end.',
  wrongOrder: '`{{release}}` lets go of what `{{dependant}}` still uses: close that first, and wait for it.',
  sideBySide:
    '`{{release}}` runs side by side with `{{dependant}}`, which still uses it: close that first, and wait for it.',
  noDeadline: '`{{release}}` may wait for ever on {{signal}}: bound it, as with a timer that exits with 1.',
  stringDeadline: '`{{deadline}}` is a string, and no deadline: make it a number of milliseconds.',
  notIdempotent: 'A second {{signal}} runs the shutdown again: return when it has begun.',
  unhandledRejection: 'When `{{release}}` rejects, nobody catches it on {{signal}}: catch it, and exit with 1.',
  uncatchableSignal: '{{signal}} can not be caught: remove this handler, and clean up on SIGTERM and SIGINT.',
  silentClose: '`{{release}}` leaves its clients connected: close each of `{{clients}}` with 1001 first.',
  // Suggestions
  removeHandler: 'Remove the handler of {{signal}}.',
  closeFirst: 'Let go of it once `{{dependant}}` has closed.',
  runOnce: 'Return when it has begun.',
  closeClients: 'Close the clients with 1001 first.',
  useAwaitUsing: 'Declare it with `await using`.',
  useUsing: 'Declare it with `using`.',
  wrapInFinally: 'Release it in a `finally`.',
  rollBack: 'Roll back when something throws, and throw it again.',
  handleToo: 'Handle {{signal}} in the same way.',
  exitInCallback: 'Exit in the callback of `{{release}}`.',
  awaitRelease: 'Wait for `{{release}}` first.',
  toNumber: 'Make it a number.',
  addDeadline: 'Exit with 1 when it takes longer than 30 s.',
  addCatch: 'Exit with 1 when it fails.',
} as const satisfies Record<string, string>

export type MessageId = keyof typeof MESSAGES

export function sayFinding({ message, data }: Finding): string {
  return say(message, data)
}

export function saySuggestion({ id, data }: Suggestion): string {
  return say(id, data)
}

function say(id: MessageId, data: Readonly<Record<string, string>>): string {
  return MESSAGES[id].replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => data[name] ?? '')
}
