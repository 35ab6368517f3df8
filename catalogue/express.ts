// https://expressjs.com/en/api.html#app.listen
import { define } from './define.ts'

/** Methods that give back the application. */
const ROUTING = 'all delete disable enable engine get head options param patch post put set use'.split(' ')

export default define(
  'express',
  [
    {
      acquire: 'express().listen()',
      kind: 'server',
      release: '.close()',
      returns: 'node:http#Server',
      settles: 'callback',
    },
    ...ROUTING.map((name) => ({ wraps: `express().${name}()` as const })),
    { type: 'Application', is: 'express()' },
    { type: 'Express', is: 'express()' },
  ],
  { default: 'express' },
)
