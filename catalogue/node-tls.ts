// https://nodejs.org/api/tls.html#serverclosecallback
import { define } from './define.ts'

const server = { kind: 'server', release: '.close()', opens: '.listen()', settles: 'callback' } as const
const socket = {
  kind: 'client',
  release: ['.end()', '.destroy()', '.destroySoon()'],
  settles: { '.end()': 'callback', '.destroy()': 'sync', '.destroySoon()': 'sync' },
} as const

export default define('node:tls', [
  { acquire: 'createServer()', returns: 'Server', ...server },
  { acquire: 'new Server()', ...server },
  { acquire: 'connect()', returns: 'TLSSocket', ...socket },
])
