// https://node-postgres.com/apis/pool
import { define } from './define.ts'

export default define('pg', [
  { acquire: 'new Pool()', kind: 'client', release: '.end()' },
  { acquire: 'new Client()', kind: 'client', release: '.end()', opens: '.connect()' },
  {
    acquire: 'Pool#connect()',
    kind: 'lease',
    release: '.release()',
    returns: 'PoolClient',
    scope: 'function',
    settles: 'sync',
  },
  { begin: 'Client#query("BEGIN")', end: ['.query("COMMIT")', '.query("ROLLBACK")', '.end()'] },
  { begin: 'PoolClient#query("BEGIN")', end: ['.query("COMMIT")', '.query("ROLLBACK")'] },
  { begin: 'Client#query("START TRANSACTION")', end: ['.query("COMMIT")', '.query("ROLLBACK")', '.end()'] },
  { begin: 'PoolClient#query("START TRANSACTION")', end: ['.query("COMMIT")', '.query("ROLLBACK")'] },
])
