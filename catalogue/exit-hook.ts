// https://github.com/sindresorhus/exit-hook#api
import { define } from './define.ts'

const signals = ['SIGTERM', 'SIGINT']

export default define(
  'exit-hook',
  [
    { shutdown: 'exitHook()', signals, deadlineMs: 0, settles: 'sync', exits: true },
    // Its `wait` has no default, and must be a number.
    { shutdown: 'asyncExitHook()', signals, deadlineMs: 0, deadlineOption: 'wait', exits: true },
  ],
  { default: 'exitHook' },
)
