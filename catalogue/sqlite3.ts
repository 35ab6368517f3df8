// https://github.com/TryGhost/node-sqlite3/wiki/API#databaseclosecallback
import { define } from './define.ts'

export default define('sqlite3', [
  { acquire: 'new Database()', kind: 'client', release: '.close()', settles: 'callback' },
  {
    acquire: 'new verbose().Database()',
    kind: 'client',
    release: '.close()',
    returns: 'Database',
    settles: 'callback',
  },
  { begin: 'Database#run("BEGIN")', end: ['.run("COMMIT")', '.run("ROLLBACK")'] },
  { begin: 'Database#exec("BEGIN")', end: ['.exec("COMMIT")', '.exec("ROLLBACK")'] },
])
