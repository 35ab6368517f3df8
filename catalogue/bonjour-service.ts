// https://github.com/onlxltd/bonjour-service#bonjourdestroy
import { define } from './define.ts'

export default define(
  'bonjour-service',
  [{ acquire: 'new Bonjour()', kind: 'client', release: '.destroy()', settles: 'sync' }],
  { default: 'Bonjour' },
)
