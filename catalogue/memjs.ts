// https://github.com/memcachier/memjs#usage
import { define } from './define.ts'

export default define('memjs', [
  { acquire: 'Client.create()', kind: 'client', release: ['.quit()', '.close()'], returns: 'Client', settles: 'sync' },
])
