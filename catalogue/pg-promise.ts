// https://github.com/vitaly-t/pg-promise#library-de-initialization
import { define } from './define.ts'

export default define(
  'pg-promise',
  [
    { acquire: 'pgPromise()', kind: 'client', returns: 'IMain', opens: [] },
    {
      acquire: 'pgPromise()()',
      kind: 'client',
      release: ['.$pool.end()', 'IMain#end()'],
      returns: 'IDatabase',
      settles: { 'IMain#end()': 'sync' },
    },
    {
      acquire: 'IDatabase#connect()',
      kind: 'lease',
      release: '.done()',
      returns: 'IConnected',
      scope: 'function',
      settles: 'sync',
    },
  ],
  { default: 'pgPromise' },
)
