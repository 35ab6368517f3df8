// https://keyv.org/docs/storage-adapters/mongo/
import { define } from './define.ts'

export default define('@keyv/mongo', [{ acquire: 'new KeyvMongo()', kind: 'client', release: '.disconnect()' }], {
  default: 'KeyvMongo',
})
