// https://nodejs.org/api/sqlite.html#databaseclose
import { define } from './define.ts'

export default define('node:sqlite', [
  { acquire: 'new DatabaseSync()', kind: 'client', release: '.close()', settles: 'sync', disposes: 'sync' },
  { begin: 'DatabaseSync#exec("BEGIN")', end: ['.exec("COMMIT")', '.exec("ROLLBACK")'] },
])
