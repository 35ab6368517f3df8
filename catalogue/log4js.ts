// https://log4js-node.github.io/log4js-node/api.html#shutdown
import { define } from './define.ts'

// The console, its default, has nothing to flush.
export default define('log4js', [
  {
    acquire: 'configure()',
    kind: 'telemetry',
    release: 'shutdown()',
    settles: 'callback',
    when: ['filename', 'url', 'host'],
  },
])
