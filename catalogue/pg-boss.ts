// https://timgit.github.io/pg-boss/#/./api/ops?id=stopoptions
import { define } from './define.ts'

export default define(
  'pg-boss',
  [
    { acquire: 'new PgBoss()', kind: 'client', release: '.stop()', opens: '.start()' },
    { acquire: 'PgBoss#work()', kind: 'consumer', release: 'PgBoss#offWork()', owner: 'PgBoss' },
  ],
  { default: 'PgBoss' },
)
