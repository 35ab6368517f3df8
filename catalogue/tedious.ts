// https://tediousjs.github.io/tedious/api-connection.html#function_close
import { define } from './define.ts'

export default define('tedious', [
  { acquire: 'new Connection()', kind: 'client', release: '.close()', settles: 'sync' },
  { begin: 'Connection#beginTransaction()', end: ['.commitTransaction()', '.rollbackTransaction()', '.close()'] },
])
