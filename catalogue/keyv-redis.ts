// https://keyv.org/docs/storage-adapters/redis/
import { define } from './define.ts'

export default define(
  '@keyv/redis',
  [
    { acquire: 'new KeyvRedis()', kind: 'client', release: '.disconnect()', unlessOpen: true },
    { wraps: 'new KeyvRedis()', release: '.disconnect()' },
    { acquire: 'createKeyv()', kind: 'client', release: '.disconnect()', returns: 'keyv#Keyv', unlessOpen: true },
  ],
  { default: 'KeyvRedis' },
)
