// https://github.com/motherduckdb/duckdb-async
import { define } from './define.ts'

export default define('duckdb-async', [
  { acquire: 'Database.create()', kind: 'client', release: '.close()', returns: 'Database' },
])
