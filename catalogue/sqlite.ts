// https://github.com/kriasoft/node-sqlite#opening-the-database
import { define } from './define.ts'

export default define('sqlite', [
  { acquire: 'open()', kind: 'client', release: '.close()', returns: 'Database' },
  { begin: 'Database#run("BEGIN")', end: ['.run("COMMIT")', '.run("ROLLBACK")'] },
  { begin: 'Database#exec("BEGIN")', end: ['.exec("COMMIT")', '.exec("ROLLBACK")'] },
])
