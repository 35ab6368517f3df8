// https://github.com/node-cache-manager/node-cache-manager-redis-yet
import { define } from './define.ts'

export default define('cache-manager-redis-yet', [
  {
    acquire: 'redisStore()',
    kind: 'client',
    release: ['.client.quit()', '.client.disconnect()', '.client.close()'],
    returns: 'RedisStore',
  },
])
