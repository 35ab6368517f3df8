// https://typeorm.io/docs/data-source/data-source
import { define } from './define.ts'

export default define('typeorm', [
  {
    acquire: 'new DataSource()',
    kind: 'client',
    release: ['.destroy()', '.close()'],
    opens: ['.initialize()', '.connect()'],
  },
  {
    acquire: 'createConnection()',
    kind: 'client',
    release: ['.close()', '.destroy()', 'getConnection().close()', 'getConnection().destroy()'],
    returns: 'DataSource',
  },
  { wraps: 'DataSource#initialize()' },
  { wraps: 'DataSource#connect()' },
  { type: 'Connection', is: 'DataSource' },
  {
    acquire: 'DataSource#createQueryRunner()',
    kind: 'lease',
    release: '.release()',
    returns: 'QueryRunner',
    scope: 'function',
  },
  { acquire: 'getManager()', kind: 'client', returns: 'EntityManager', opens: [] },
  {
    acquire: 'EntityManager#connection.createQueryRunner()',
    kind: 'lease',
    release: '.release()',
    returns: 'QueryRunner',
    scope: 'function',
  },
  { begin: 'QueryRunner#startTransaction()', end: ['.commitTransaction()', '.rollbackTransaction()'] },
])
