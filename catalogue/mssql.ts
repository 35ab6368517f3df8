// https://github.com/tediousjs/node-mssql#connection-pools
import { define } from './define.ts'

export default define(
  ['mssql', 'mssql/msnodesqlv8', 'mssql/tedious'],
  [
    { acquire: 'connect()', kind: 'client', release: ['.close()', 'close()'], returns: 'ConnectionPool' },
    { acquire: 'new ConnectionPool()', kind: 'client', release: '.close()', opens: '.connect()' },
    { wraps: 'ConnectionPool#connect()' },
    { acquire: 'new Transaction()', kind: 'lease', opens: [] },
    { acquire: 'ConnectionPool#transaction()', kind: 'lease', returns: 'Transaction', opens: [] },
    { begin: 'Transaction#begin()', end: ['.commit()', '.rollback()'] },
    {
      acquire: 'new PreparedStatement()',
      kind: 'lease',
      release: '.unprepare()',
      opens: '.prepare()',
      scope: 'function',
    },
  ],
)
