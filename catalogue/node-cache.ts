// https://github.com/node-cache/node-cache#close
import { define } from './define.ts'

export default define(
  'node-cache',
  [
    // Its timer is unref'd: it keeps no process alive.
    { acquire: 'new NodeCache()', kind: 'timer', release: '.close()', opens: [], settles: 'sync' },
  ],
  { default: 'NodeCache' },
)
