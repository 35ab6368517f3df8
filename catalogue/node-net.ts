// https://nodejs.org/api/net.html#serverclosecallback
import { define } from './define.ts'

const server = { kind: 'server', release: '.close()', opens: '.listen()', settles: 'callback' } as const
const socket = {
  kind: 'client',
  release: ['.end()', '.destroy()', '.destroySoon()'],
  settles: { '.end()': 'callback', '.destroy()': 'sync', '.destroySoon()': 'sync' },
} as const

export default define('node:net', [
  { acquire: 'createServer()', returns: 'Server', ...server },
  { acquire: 'new Server()', ...server },
  { acquire: 'connect()', returns: 'Socket', ...socket },
  { acquire: 'createConnection()', returns: 'Socket', ...socket },
  { acquire: 'new Socket()', opens: '.connect()', ...socket },
])
