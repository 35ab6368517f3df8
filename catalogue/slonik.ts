// https://github.com/gajus/slonik#ending-connection-pool
import { define } from './define.ts'

export default define('slonik', [
  { acquire: 'createPool()', kind: 'client', release: '.end()', returns: 'DatabasePool' },
])
