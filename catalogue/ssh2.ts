// https://github.com/mscdex/ssh2#client-methods
import { define } from './define.ts'

export default define('ssh2', [
  {
    acquire: 'new Client()',
    kind: 'client',
    release: ['.end()', '.destroy()'],
    opens: '.connect()',
    scope: 'function',
    settles: 'sync',
  },
  { acquire: 'new Server()', kind: 'server', release: '.close()', opens: '.listen()', settles: 'callback' },
])
