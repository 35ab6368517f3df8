// https://github.com/mrbar42/node-graceful#readme
import { define } from './define.ts'

const signals = ['SIGTERM', 'SIGINT', 'SIGBREAK', 'SIGHUP']

export default define('node-graceful', [{ shutdown: 'Graceful.on()', signals, deadlineMs: 30_000, exits: true }], {
  default: 'Graceful',
})
