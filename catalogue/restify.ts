// https://github.com/restify/node-restify/blob/master/docs/_api/server.md#close
import { define } from './define.ts'

export default define('restify', [
  {
    acquire: 'createServer()',
    kind: 'server',
    release: '.close()',
    returns: 'Server',
    opens: '.listen()',
    settles: 'callback',
  },
])
