// https://github.com/senchalabs/connect#applisten
import { define } from './define.ts'

export default define(
  'connect',
  [
    {
      acquire: 'connect().listen()',
      kind: 'server',
      release: '.close()',
      returns: 'node:http#Server',
      settles: 'callback',
    },
    { wraps: 'connect().use()' },
    { type: 'Server', is: 'connect()' },
  ],
  { default: 'connect' },
)
