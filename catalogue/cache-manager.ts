// https://github.com/jaredwray/cacheable/tree/main/packages/cache-manager#disconnect
import { define } from './define.ts'

export default define('cache-manager', [
  { wraps: 'createCache()', release: '.disconnect()' },
  {
    wraps: 'caching()',
    release: [
      '.store.client.quit()',
      '.store.client.disconnect()',
      '.store.client.close()',
      '.store.getClient().quit()',
    ],
  },
])
