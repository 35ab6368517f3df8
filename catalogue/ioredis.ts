// https://github.com/redis/ioredis#connect-to-redis
import { define } from './define.ts'

const client = {
  kind: 'client',
  release: ['.quit()', '.disconnect()', '.end()'],
  settles: { '.disconnect()': 'sync', '.end()': 'sync' },
} as const

export default define(
  'ioredis',
  [
    { acquire: 'new Redis()', ...client },
    { acquire: 'Redis#duplicate()', returns: 'Redis', ...client },
    { acquire: 'Redis#monitor()', returns: 'Redis', ...client },
    { acquire: 'new Cluster()', ...client },
    { acquire: 'Cluster#duplicate()', returns: 'Cluster', ...client },
  ],
  { default: 'Redis' },
)
