// https://github.com/redis/node-redis#disconnecting
import { define } from './define.ts'

const client = {
  kind: 'client',
  // Version 3 has `quit` and `end`, 4 `quit` and `disconnect`, 5 `close` and `destroy` besides.
  release: ['.quit()', '.close()', '.disconnect()', '.destroy()', '.end()'],
  returns: 'RedisClientType',
  settles: { '.destroy()': 'sync', '.end()': 'sync' },
} as const

export default define(
  ['redis', '@redis/client'],
  [
    { acquire: 'createClient()', ...client },
    { acquire: 'RedisClientType#duplicate()', ...client },
    { acquire: 'createCluster()', ...client, returns: 'RedisClusterType' },
    {
      acquire: 'createClientPool()',
      kind: 'client',
      release: ['.close()', '.destroy()'],
      returns: 'RedisClientPoolType',
      settles: { '.destroy()': 'sync' },
    },
    { acquire: 'createSentinel()', kind: 'client', release: ['.close()', '.destroy()'], returns: 'RedisSentinelType' },
    { wraps: 'RedisClientType#connect()' },
    { wraps: 'RedisClusterType#connect()' },
    { type: 'RedisClient', is: 'RedisClientType' },
  ],
)
