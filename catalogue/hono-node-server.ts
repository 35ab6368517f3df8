// https://github.com/honojs/node-server
import { define } from './define.ts'

export default define('@hono/node-server', [
  { acquire: 'serve()', kind: 'server', release: '.close()', returns: 'ServerType', settles: 'callback' },
  {
    acquire: 'createAdaptorServer()',
    kind: 'server',
    release: '.close()',
    returns: 'ServerType',
    opens: '.listen()',
    settles: 'callback',
  },
])
