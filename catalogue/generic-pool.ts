// https://github.com/coopernurse/node-pool#draining
import { define } from './define.ts'

export default define('generic-pool', [
  { acquire: 'createPool()', kind: 'client', release: '.clear()', returns: 'Pool' },
  {
    acquire: 'Pool#acquire()',
    kind: 'lease',
    release: ['Pool#release(it)', 'Pool#destroy(it)'],
    scope: 'function',
  },
])
