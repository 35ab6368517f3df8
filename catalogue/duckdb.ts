// https://duckdb.org/docs/stable/clients/nodejs/reference
import { define } from './define.ts'

export default define('duckdb', [
  { acquire: 'new Database()', kind: 'client', release: '.close()', settles: 'callback' },
])
