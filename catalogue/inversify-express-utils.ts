// https://github.com/inversify/inversify-express-utils#basic-usage
import { define } from './define.ts'

export default define('inversify-express-utils', [
  { acquire: 'new InversifyExpressServer()', kind: 'server', opens: [] },
  {
    acquire: 'InversifyExpressServer#build().listen()',
    kind: 'server',
    release: '.close()',
    returns: 'node:http#Server',
    settles: 'callback',
  },
])
