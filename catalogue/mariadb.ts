// https://github.com/mariadb-corporation/mariadb-connector-nodejs/blob/main/documentation/promise-api.md
import { define } from './define.ts'

const lease = {
  kind: 'lease',
  release: ['.release()', '.end()', '.close()', '.destroy()'],
  returns: 'PoolConnection',
  scope: 'function',
  settles: { '.destroy()': 'sync' },
} as const
const end = ['.commit()', '.rollback()', '.query("COMMIT")', '.query("ROLLBACK")', '.destroy()'] as const

export default define(
  ['mariadb', 'mariadb/callback'],
  [
    { acquire: 'createPool()', kind: 'client', release: '.end()', returns: 'Pool' },
    { acquire: 'createPoolCluster()', kind: 'client', release: '.end()', returns: 'PoolCluster' },
    {
      acquire: 'createConnection()',
      kind: 'client',
      release: ['.end()', '.destroy()'],
      returns: 'Connection',
      settles: { '.destroy()': 'sync' },
    },
    { acquire: 'Pool#getConnection()', ...lease },
    { acquire: 'PoolCluster#getConnection()', ...lease },
    { begin: 'Connection#beginTransaction()', end },
    { begin: 'PoolConnection#beginTransaction()', end },
    { begin: 'Connection#query("START TRANSACTION")', end },
    { begin: 'PoolConnection#query("START TRANSACTION")', end },
  ],
)
