// https://github.com/mscdex/node-imap#connection-instance-methods
import { define } from './define.ts'

export default define(
  ['imap', 'node-imap'],
  [
    {
      acquire: 'new Connection()',
      kind: 'client',
      release: ['.end()', '.destroy()'],
      opens: '.connect()',
      scope: 'function',
      settles: 'sync',
    },
  ],
  { default: 'Connection' },
)
