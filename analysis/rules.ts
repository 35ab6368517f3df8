import type { RuleName, Verdict } from './finding.ts'
import type { MessageId } from './messages.ts'

export interface Rule {
  /** What it asks of the code, in words that follow “require”, “disallow” or “enforce”. */
  readonly says: string
  readonly verdicts: readonly [Verdict, ...Verdict[]]
  /** The sentences that it can say. */
  readonly messages: readonly [MessageId, ...MessageId[]]
  /** The sentences of the edits that it can offer. */
  readonly suggestions: readonly MessageId[]
}

/** What each rule is about, for lint, codemod and docs alike. */
export const RULES: Readonly<Record<RuleName, Rule>> = {
  'require-cleanup': {
    says: 'require that what lives as long as the process is released on SIGTERM and on SIGINT',
    verdicts: ['missing', 'unreachable', 'sigint-only', 'sigterm-only'],
    messages: ['missing', 'unreachable', 'sigintOnly', 'sigtermOnly'],
    suggestions: ['handleToo'],
  },
  'require-scoped-cleanup': {
    says: 'require that what a function acquires is released on every path, or handed on',
    verdicts: ['missing', 'leak-on-error'],
    messages: ['neverReleased', 'leakOnError', 'leakOnReturn'],
    suggestions: ['useAwaitUsing', 'useUsing', 'wrapInFinally'],
  },
  'require-transaction-end': {
    says: 'require that a transaction is committed or rolled back on every path',
    verdicts: ['open-transaction'],
    messages: ['openTransaction', 'openTransactionOnError', 'openTransactionOnReturn'],
    suggestions: ['rollBack'],
  },
  'require-signal-handlers': {
    says: 'require that a program which takes work in handles SIGTERM and SIGINT',
    verdicts: ['missing', 'sigint-only', 'sigterm-only'],
    messages: ['noSignalHandler', 'noSigtermHandler', 'noSigintHandler'],
    suggestions: ['handleToo'],
  },
  'no-exit-before-drain': {
    says: 'disallow ending the process before what is running has finished',
    verdicts: ['exit-before-drain'],
    messages: ['exitBeforeDrain', 'exitBeforeCallback', 'exitWithoutClose'],
    suggestions: ['exitInCallback', 'awaitRelease'],
  },
  'require-exit': {
    says: 'require that a signal handler ends the process',
    verdicts: ['no-exit'],
    messages: ['noExit'],
    suggestions: [],
  },
  'cleanup-order': {
    says: 'enforce that what depends on something is closed before it, never side by side',
    verdicts: ['wrong-order'],
    messages: ['wrongOrder', 'sideBySide'],
    suggestions: ['closeFirst'],
  },
  'require-shutdown-deadline': {
    says: 'require that a shutdown waits for a bounded time, given as a number',
    verdicts: ['no-deadline'],
    messages: ['noDeadline', 'stringDeadline'],
    suggestions: ['addDeadline', 'toNumber'],
  },
  'no-repeated-shutdown': {
    says: 'disallow that a second signal runs the shutdown again',
    verdicts: ['not-idempotent'],
    messages: ['notIdempotent'],
    suggestions: ['runOnce'],
  },
  'no-unhandled-shutdown-rejection': {
    says: 'disallow a shutdown whose failure nobody catches',
    verdicts: ['unhandled-rejection'],
    messages: ['unhandledRejection'],
    suggestions: ['addCatch'],
  },
  'no-uncatchable-signals': {
    says: 'disallow handlers of SIGKILL and SIGSTOP, which no process can catch',
    verdicts: ['uncatchable-signal'],
    messages: ['uncatchableSignal'],
    suggestions: ['removeHandler'],
  },
  'notify-websocket-clients': {
    says: 'enforce that the clients of a WebSocket server are closed with it',
    verdicts: ['silent-websocket-close'],
    messages: ['silentClose'],
    suggestions: ['closeClients'],
  },
}
