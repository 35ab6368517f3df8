// https://feathersjs.com/api/application.html#teardown-server
import { define } from './define.ts'

export default define('@feathersjs/koa', [
  {
    acquire: 'koa().listen()',
    kind: 'server',
    release: ['.close()', 'Application#teardown()'],
    returns: 'node:http#Server',
    settles: { '.close()': 'callback' },
  },
  { type: 'Application', is: 'koa()' },
])
