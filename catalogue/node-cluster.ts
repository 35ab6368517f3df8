// https://nodejs.org/api/cluster.html#workerdisconnect
import { define } from './define.ts'

const release = [
  '.kill()',
  '.destroy()',
  '.disconnect()',
  '.process.kill()',
  'disconnect()',
  'workers.*.kill()',
] as const

export default define('node:cluster', [
  { acquire: 'fork()', kind: 'process', release, returns: 'Worker', settles: 'sync' },
])
