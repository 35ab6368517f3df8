// https://keyv.org/docs/storage-adapters/valkey/
import { define } from './define.ts'

export default define(
  '@keyv/valkey',
  [
    { acquire: 'new KeyvValkey()', kind: 'client', release: '.disconnect()', unlessOpen: true },
    { wraps: 'new KeyvValkey()', release: '.disconnect()' },
    { acquire: 'createKeyv()', kind: 'client', release: '.disconnect()', returns: 'keyv#Keyv', unlessOpen: true },
  ],
  { default: 'KeyvValkey' },
)
