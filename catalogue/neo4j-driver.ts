// https://neo4j.com/docs/javascript-manual/current/connect/
import { define } from './define.ts'

export default define(
  'neo4j-driver',
  [
    { acquire: 'driver()', kind: 'client', release: '.close()', returns: 'Driver' },
    { acquire: 'Driver#session()', kind: 'lease', release: '.close()', returns: 'Session', scope: 'function' },
    { begin: 'Session#beginTransaction()', end: ['.commit()', '.rollback()', '.close()'], returns: 'Transaction' },
  ],
  { default: 'neo4j' },
)
