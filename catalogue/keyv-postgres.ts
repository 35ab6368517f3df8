// https://keyv.org/docs/storage-adapters/postgres/
import { define } from './define.ts'

export default define(
  '@keyv/postgres',
  [
    { acquire: 'new KeyvPostgres()', kind: 'client', release: '.disconnect()' },
    { acquire: 'createKeyv()', kind: 'client', release: '.disconnect()', returns: 'keyv#Keyv' },
  ],
  { default: 'KeyvPostgres' },
)
