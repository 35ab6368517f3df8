// https://nodejs.org/api/timers.html#setintervalcallback-delay-args
import { define } from './define.ts'

export default define(
  'node:timers',
  [
    {
      acquire: 'setInterval()',
      kind: 'timer',
      // `clearTimeout` stops an interval too.
      release: ['clearInterval(it)', 'clearTimeout(it)', '.close()'],
      returns: 'Timeout',
      settles: 'sync',
      consumed: '.unref()',
    },
  ],
  { globals: ['setInterval', 'clearInterval', 'clearTimeout'] },
)
