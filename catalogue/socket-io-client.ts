// https://socket.io/docs/v4/client-api/#socketclose
import { define } from './define.ts'

const socket = { kind: 'client', release: ['.disconnect()', '.close()'], returns: 'Socket', settles: 'sync' } as const

export default define(
  'socket.io-client',
  [
    { acquire: 'io()', ...socket },
    { acquire: 'connect()', ...socket },
    { acquire: 'lookup()', ...socket },
  ],
  { default: 'io' },
)
