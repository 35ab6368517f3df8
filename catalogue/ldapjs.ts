// https://github.com/ldapjs/node-ldapjs/blob/master/docs/client.md
import { define } from './define.ts'

const settles = { '.unbind()': 'callback', '.destroy()': 'sync' } as const

export default define('ldapjs', [
  { acquire: 'createClient()', kind: 'client', release: ['.unbind()', '.destroy()'], scope: 'function', settles },
  { acquire: 'createServer()', kind: 'server', release: '.close()', opens: '.listen()', settles: 'callback' },
])
