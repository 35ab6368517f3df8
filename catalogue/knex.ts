// https://knexjs.org/guide/#configuration-options
import { define } from './define.ts'

export default define(
  'knex',
  [
    { acquire: 'knex()', kind: 'client', release: '.destroy()', returns: 'Knex' },
    { begin: 'Knex#transaction()', end: ['.commit()', '.rollback()'], returns: 'Knex.Transaction', managed: true },
    {
      acquire: 'Knex#client.acquireConnection()',
      kind: 'lease',
      release: 'Knex#client.releaseConnection(it)',
      scope: 'function',
    },
  ],
  { default: 'knex' },
)
