// https://orm.drizzle.team/docs/connect-overview
import { define } from './define.ts'

export default define(
  [
    'drizzle-orm/node-postgres',
    'drizzle-orm/postgres-js',
    'drizzle-orm/neon-serverless',
    'drizzle-orm/mysql2',
    'drizzle-orm/better-sqlite3',
    'drizzle-orm/libsql',
  ],
  [
    {
      acquire: 'drizzle()',
      kind: 'client',
      release: ['.$client.end()', '.$client.close()'],
      unless: 'client',
      unlessOpen: true,
    },
    { wraps: 'drizzle()', release: ['.$client.end()', '.$client.close()'] },
  ],
)
