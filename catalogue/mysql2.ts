// https://sidorares.github.io/node-mysql2/docs/examples/connections/create-pool
import { define } from './define.ts'

const lease = {
  kind: 'lease',
  release: ['.release()', '.destroy()', 'Pool#releaseConnection(it)'],
  returns: 'PoolConnection',
  scope: 'function',
  settles: 'sync',
} as const
const end = ['.commit()', '.rollback()', '.query("COMMIT")', '.query("ROLLBACK")', '.destroy()'] as const

export default define(
  ['mysql2', 'mysql2/promise', 'mysql2/promise.js'],
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
    { wraps: 'Pool#promise()' },
    { wraps: 'Connection#promise()' },
    { begin: 'Connection#beginTransaction()', end },
    { begin: 'PoolConnection#beginTransaction()', end },
    { begin: 'Connection#query("START TRANSACTION")', end },
    { begin: 'PoolConnection#query("START TRANSACTION")', end },
  ],
)
