// https://keyv.org/docs/storage-adapters/sqlite/
import { define } from './define.ts'

export default define(
  '@keyv/sqlite',
  [
    { acquire: 'new KeyvSqlite()', kind: 'client', release: '.disconnect()' },
    { acquire: 'createKeyv()', kind: 'client', release: '.disconnect()', returns: 'keyv#Keyv' },
  ],
  { default: 'KeyvSqlite' },
)
