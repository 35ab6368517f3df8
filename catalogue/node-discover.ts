// https://github.com/wankdanker/node-discover#stop
import { define } from './define.ts'

const release = '.stop()'

export default define(
  'node-discover',
  [
    { acquire: 'new Discover()', kind: 'client', release, settles: 'sync' },
    { acquire: 'Discover()', kind: 'client', release, settles: 'sync', returns: 'Discover' },
  ],
  { default: 'Discover' },
)
