// https://github.com/bnoordhuis/node-unix-dgram#socketclose
import { define } from './define.ts'

export default define('unix-dgram', [
  { acquire: 'createSocket()', kind: 'client', release: '.close()', settles: 'sync' },
])
