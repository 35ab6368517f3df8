// https://rethinkdb.com/api/javascript/close/
import { define } from './define.ts'

export default define('rethinkdb', [
  { acquire: 'connect()', kind: 'client', release: '.close()', returns: 'Connection' },
])
