// https://docs.turso.tech/sdk/ts/reference
import { define } from './define.ts'

export default define(
  ['@libsql/client', '@libsql/client/node', '@libsql/client/sqlite3', '@libsql/client/ws', '@libsql/client/http'],
  [
    { acquire: 'createClient()', kind: 'client', release: '.close()', returns: 'Client', settles: 'sync' },
    { begin: 'Client#transaction()', end: ['.commit()', '.rollback()', '.close()'], returns: 'Transaction' },
  ],
)
