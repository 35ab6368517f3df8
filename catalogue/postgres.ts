// https://github.com/porsager/postgres#teardown--cleanup
import { define } from './define.ts'

export default define(
  'postgres',
  [
    { acquire: 'postgres()', kind: 'client', release: ['.end()', '.close()'], returns: 'Sql' },
    {
      acquire: 'Sql#reserve()',
      kind: 'lease',
      release: '.release()',
      returns: 'ReservedSql',
      scope: 'function',
      settles: 'sync',
    },
  ],
  { default: 'postgres' },
)
