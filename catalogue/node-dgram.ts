// https://nodejs.org/api/dgram.html#socketclosecallback
import { define } from './define.ts'

export default define('node:dgram', [
  {
    acquire: 'createSocket()',
    kind: 'server',
    release: '.close()',
    returns: 'Socket',
    opens: '.bind()',
    settles: 'callback',
  },
])
