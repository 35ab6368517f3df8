// https://github.com/tapppi/async-exit-hook#usage
import { define } from './define.ts'

const signals = ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGBREAK']

export default define(
  'async-exit-hook',
  [{ shutdown: 'exitHook()', signals, deadlineMs: 10_000, settles: 'callback', exits: true }],
  { default: 'exitHook' },
)
