// https://github.com/WiseLibs/better-sqlite3/blob/master/docs/api.md#close---this
import { define } from './define.ts'

export default define(
  ['better-sqlite3', 'better-sqlite3-multiple-ciphers'],
  [
    { acquire: 'new Database()', kind: 'client', release: '.close()', settles: 'sync' },
    { acquire: 'Database()', kind: 'client', release: '.close()', returns: 'Database', settles: 'sync' },
    { begin: 'Database#exec("BEGIN")', end: ['.exec("COMMIT")', '.exec("ROLLBACK")'] },
  ],
  { default: 'Database' },
)
