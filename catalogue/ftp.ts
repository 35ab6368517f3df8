// https://github.com/mscdex/node-ftp#methods
import { define } from './define.ts'

export default define(
  'ftp',
  [
    {
      acquire: 'new Client()',
      kind: 'client',
      release: ['.end()', '.destroy()'],
      opens: '.connect()',
      scope: 'function',
      settles: 'sync',
    },
  ],
  { default: 'Client' },
)
