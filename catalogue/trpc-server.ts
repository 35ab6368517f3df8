// https://trpc.io/docs/server/adapters/standalone
import { define } from './define.ts'

export default define('@trpc/server/adapters/standalone', [
  {
    acquire: 'createHTTPServer()',
    kind: 'server',
    release: ['.close()', '.server.close()'],
    returns: 'node:http#Server',
    opens: '.listen()',
    settles: 'callback',
  },
])
