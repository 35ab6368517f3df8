// https://github.com/mysqljs/mysql#closing-all-the-connections-in-a-pool
import { define } from './define.ts'

const lease = {
  kind: 'lease',
  release: ['.release()', '.destroy()'],
  returns: 'PoolConnection',
  scope: 'function',
  settles: 'sync',
} as const
const end = ['.commit()', '.rollback()', '.query("COMMIT")', '.query("ROLLBACK")', '.destroy()'] as const

export default define('mysql', [
  { acquire: 'createPool()', kind: 'client', release: '.end()', returns: 'Pool', settles: 'callback' },
  { acquire: 'createPoolCluster()', kind: 'client', release: '.end()', returns: 'PoolCluster', settles: 'callback' },
  {
    acquire: 'createConnection()',
    kind: 'client',
    release: ['.end()', '.destroy()'],
    returns: 'Connection',
    settles: { '.end()': 'callback', '.destroy()': 'sync' },
  },
  { acquire: 'Pool#getConnection()', ...lease },
  { acquire: 'PoolCluster#getConnection()', ...lease },
  { begin: 'Connection#beginTransaction()', end },
  { begin: 'PoolConnection#beginTransaction()', end },
  { begin: 'Connection#query("START TRANSACTION")', end },
  { begin: 'PoolConnection#query("START TRANSACTION")', end },
])
