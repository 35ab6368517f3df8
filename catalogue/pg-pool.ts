// https://github.com/brianc/node-postgres/tree/master/packages/pg-pool
import { define } from './define.ts'

export default define(
  'pg-pool',
  [
    { acquire: 'new Pool()', kind: 'client', release: '.end()' },
    {
      acquire: 'Pool#connect()',
      kind: 'lease',
      release: '.release()',
      returns: 'pg#PoolClient',
      scope: 'function',
      settles: 'sync',
    },
  ],
  { default: 'Pool' },
)
