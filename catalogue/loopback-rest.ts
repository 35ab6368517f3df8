// https://loopback.io/doc/en/lb4/Server.html
import { define } from './define.ts'

export default define('@loopback/rest', [
  { acquire: 'new RestApplication()', kind: 'server', release: '.stop()', opens: '.start()' },
  { shutdown: 'RestApplication#start()', signals: ['SIGTERM'], releases: 'this', deadlineMs: false, exits: true },
])
