// https://mikro-orm.io/docs/usage-with-sql#initialization
import { define } from './define.ts'

export default define(
  [
    '@mikro-orm/core',
    '@mikro-orm/postgresql',
    '@mikro-orm/mysql',
    '@mikro-orm/mariadb',
    '@mikro-orm/sqlite',
    '@mikro-orm/better-sqlite',
    '@mikro-orm/libsql',
    '@mikro-orm/mssql',
    '@mikro-orm/mongodb',
  ],
  [
    { acquire: 'MikroORM.init()', kind: 'client', release: '.close()', returns: 'MikroORM' },
    { acquire: 'MikroORM.initSync()', kind: 'client', release: '.close()', returns: 'MikroORM' },
    { acquire: 'new MikroORM()', kind: 'client', release: '.close()' },
    { begin: 'EntityManager#begin()', end: ['.commit()', '.rollback()'] },
    { begin: 'MikroORM#em.begin()', end: ['.commit()', '.rollback()'] },
    { acquire: 'MikroORM#em.fork()', kind: 'client', returns: 'EntityManager', opens: [] },
    { acquire: 'EntityManager#fork()', kind: 'client', returns: 'EntityManager', opens: [] },
  ],
)
