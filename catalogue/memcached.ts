// https://github.com/3rd-Eden/memcached#public-methods
import { define } from './define.ts'

export default define(
  'memcached',
  [{ acquire: 'new Memcached()', kind: 'client', release: '.end()', settles: 'sync' }],
  { default: 'Memcached' },
)
