// https://socket.io/docs/v4/server-api/#serverclosecallback
import { define } from './define.ts'

export default define(
  'socket.io',
  [
    { acquire: 'new Server()', kind: 'server', release: ['.close()', '.engine.close()'], takes: true },
    { acquire: 'io()', kind: 'server', release: ['.close()', '.engine.close()'], returns: 'Server', takes: true },
    { wraps: 'Server#attach()' },
    { wraps: 'Server#listen()' },
    { wraps: 'Server#adapter()' },
  ],
  { default: 'io' },
)
