// https://github.com/moxystudio/node-proper-lockfile#lockfile-options
import { define } from './define.ts'

const lock = { kind: 'lease', scope: 'function' } as const

export default define(
  'proper-lockfile',
  [
    { acquire: 'lock()', release: ['it()', 'unlock()'], ...lock },
    { acquire: 'lockSync()', release: ['it()', 'unlockSync()'], settles: 'sync', ...lock },
  ],
  { default: 'lock' },
)
