// https://nodejs.org/api/http2.html#serverclosecallback
import { define } from './define.ts'

const server = { kind: 'server', release: '.close()', opens: '.listen()', settles: 'callback' } as const

export default define('node:http2', [
  { acquire: 'createServer()', returns: 'Http2Server', ...server },
  { acquire: 'createSecureServer()', returns: 'Http2SecureServer', ...server },
  {
    acquire: 'connect()',
    kind: 'client',
    release: ['.close()', '.destroy()'],
    returns: 'ClientHttp2Session',
    settles: { '.close()': 'callback', '.destroy()': 'sync' },
  },
])
