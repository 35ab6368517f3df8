// https://github.com/node-cache-manager/node-cache-manager-ioredis-yet
import { define } from './define.ts'

export default define('cache-manager-ioredis-yet', [
  {
    acquire: 'redisStore()',
    kind: 'client',
    release: ['.client.quit()', '.client.disconnect()'],
    returns: 'RedisStore',
    settles: { '.client.disconnect()': 'sync' },
    unless: 'redisInstance',
  },
])
