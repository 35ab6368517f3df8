// https://keyv.org/docs/storage-adapters/mysql/
import { define } from './define.ts'

export default define('@keyv/mysql', [{ acquire: 'new KeyvMysql()', kind: 'client', release: '.disconnect()' }], {
  default: 'KeyvMysql',
})
