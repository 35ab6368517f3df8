// https://kysely-org.github.io/kysely-apidoc/classes/Kysely.html#destroy
import { define } from './define.ts'

export default define('kysely', [
  { wraps: 'new Kysely()', release: '.destroy()', repeatable: true },
  { wraps: 'new PostgresDialect()' },
  { wraps: 'new MysqlDialect()' },
  { wraps: 'new SqliteDialect()' },
  { wraps: 'new MssqlDialect()' },
  {
    begin: 'Kysely#startTransaction().execute()',
    end: ['.commit().execute()', '.rollback().execute()'],
    returns: 'ControlledTransaction',
  },
])
