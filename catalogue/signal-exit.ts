// https://github.com/tapjs/signal-exit#api
import { define } from './define.ts'

const signals = ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT']

export default define('signal-exit', [{ shutdown: 'onExit()', signals, deadlineMs: 0, settles: 'sync', exits: true }], {
  default: 'onExit',
})
