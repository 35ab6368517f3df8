// https://duckdb.org/docs/stable/clients/node_neo/overview
import { define } from './define.ts'

// Its connections are let go with the last reference to them.
export default define('@duckdb/node-api', [
  {
    acquire: 'DuckDBInstance.create()',
    kind: 'client',
    release: '.closeSync()',
    returns: 'DuckDBInstance',
    settles: 'sync',
  },
  {
    acquire: 'DuckDBInstance.fromCache()',
    kind: 'client',
    release: '.closeSync()',
    returns: 'DuckDBInstance',
    settles: 'sync',
  },
])
