// https://undici.nodejs.org/#/docs/api/Dispatcher?id=dispatcherclosecallback-promise
import { define } from './define.ts'

const dispatcher = {
  kind: 'client',
  release: ['.close()', '.destroy()'],
  // Its idle sockets are unreferenced: they keep no process alive.
  opens: [],
} as const
const socket = { kind: 'client', release: '.close()', settles: 'sync' } as const

export default define(
  'undici',
  [
    { acquire: 'new Agent()', ...dispatcher },
    { acquire: 'new Client()', ...dispatcher },
    { acquire: 'new Pool()', ...dispatcher },
    { acquire: 'new BalancedPool()', ...dispatcher },
    { acquire: 'new WebSocket()', ...socket },
    { acquire: 'new EventSource()', ...socket },
  ],
  { globals: ['WebSocket', 'EventSource'] },
)
