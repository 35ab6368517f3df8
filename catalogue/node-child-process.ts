// https://nodejs.org/api/child_process.html#subprocesskillsignal
import { define } from './define.ts'

// `exec`, `execFile` and the synchronous ones end with their command: nothing is held.
const child = {
  returns: 'ChildProcess',
  settles: 'sync',
  scope: 'function',
  // Whoever waits for its end, or lets go of it on purpose, owes nothing.
  consumed: ['.on("exit")', '.on("close")', '.once("exit")', '.once("close")', 'node:events#once(it)', '.unref()'],
} as const

export default define(
  ['node:child_process', 'cross-spawn'],
  [
    { acquire: 'spawn()', kind: 'process', release: ['.kill()', '.stdin.end()', '.disconnect()'], ...child },
    { acquire: 'fork()', kind: 'process', release: ['.kill()', '.disconnect()'], ...child },
  ],
  { default: 'spawn' },
)
