// https://nodejs.org/api/http.html#serverclosecallback
import { define } from './define.ts'

const server = { kind: 'server', release: '.close()', opens: '.listen()', settles: 'callback' } as const

export default define('node:http', [
  { acquire: 'createServer()', returns: 'Server', ...server },
  { acquire: 'new Server()', ...server },
  // Its idle sockets are unref'd: it keeps no process alive.
  { acquire: 'new Agent()', kind: 'client', release: '.destroy()', opens: [], settles: 'sync' },
])
