// https://hapi.dev/api/#-await-serverstopoptions
import { define } from './define.ts'

export default define(
  ['@hapi/hapi', 'hapi'],
  [
    { acquire: 'server()', kind: 'server', release: '.stop()', returns: 'Server', opens: '.start()' },
    { acquire: 'new Server()', kind: 'server', release: '.stop()', opens: '.start()' },
    { acquire: 'Server()', kind: 'server', release: '.stop()', returns: 'Server', opens: '.start()' },
    { hook: '.ext("onPreStop")', of: 'Server', early: true },
    { hook: '.ext("onPostStop")', of: 'Server' },
  ],
)
