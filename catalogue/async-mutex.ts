// https://github.com/DirtyHairy/async-mutex#api-1
import { define } from './define.ts'

export default define('async-mutex', [
  { acquire: 'new Mutex()', kind: 'lease', opens: [] },
  {
    acquire: 'Mutex#acquire()',
    kind: 'lease',
    release: ['it()', 'Mutex#release()'],
    scope: 'function',
    settles: 'sync',
  },
])
