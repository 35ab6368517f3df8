// https://github.com/websockets/ws/blob/master/doc/ws.md#serverclosecallback
import { define } from './define.ts'

export default define(
  'ws',
  [
    { acquire: 'new WebSocketServer()', kind: 'server', release: '.close()', settles: 'callback', clients: '.clients' },
    {
      acquire: 'new Server()',
      kind: 'server',
      release: '.close()',
      returns: 'WebSocketServer',
      settles: 'callback',
      clients: '.clients',
    },
    { acquire: 'new WebSocket()', kind: 'client', release: ['.close()', '.terminate()'], settles: 'sync' },
  ],
  { default: 'WebSocket' },
)
