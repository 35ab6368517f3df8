// https://github.com/jtlapp/node-cleanup#usage
import { define } from './define.ts'

const signals = ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT']

export default define(
  'node-cleanup',
  [{ shutdown: 'nodeCleanup()', signals, deadlineMs: 0, settles: 'sync', exits: true }],
  { default: 'nodeCleanup' },
)
