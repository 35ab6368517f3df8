// https://github.com/voxpelli/node-connect-pg-simple#close-store
import { define } from './define.ts'

export default define(
  'connect-pg-simple',
  [{ acquire: 'connectPgSimple()()', kind: 'client', release: '.close()', unless: ['pool', 'pgPromise'] }],
  { default: 'connectPgSimple' },
)
