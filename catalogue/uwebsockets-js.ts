// https://unetworking.github.io/uWebSockets.js/generated/interfaces/TemplatedApp.html
import { define } from './define.ts'

const app = {
  kind: 'server',
  release: ['.close()', 'us_listen_socket_close()'],
  returns: 'TemplatedApp',
  opens: ['.listen()', '.listen_unix()'],
  settles: 'sync',
} as const

export default define('uWebSockets.js', [
  { acquire: 'App()', ...app },
  { acquire: 'SSLApp()', ...app },
])
