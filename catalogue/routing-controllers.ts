// https://github.com/typestack/routing-controllers#example-of-usage
import { define } from './define.ts'

export default define('routing-controllers', [
  {
    acquire: 'createExpressServer().listen()',
    kind: 'server',
    release: '.close()',
    returns: 'node:http#Server',
    settles: 'callback',
  },
  {
    acquire: 'createKoaServer().listen()',
    kind: 'server',
    release: '.close()',
    returns: 'node:http#Server',
    settles: 'callback',
  },
  { wraps: 'useExpressServer()' },
  { wraps: 'useKoaServer()' },
])
