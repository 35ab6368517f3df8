// https://github.com/jprichardson/node-death#usage
import { define } from './define.ts'

const signals = ['SIGTERM', 'SIGINT', 'SIGQUIT']

export default define(
  'death',
  [
    { shutdown: 'onDeath()', signals, deadlineMs: false, exits: false },
    // With options first: `death({ uncaughtException: true })(callback)`.
    { shutdown: 'onDeath()()', signals, deadlineMs: false, exits: false },
  ],
  { default: 'onDeath' },
)
