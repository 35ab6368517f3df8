// https://github.com/HenningM/express-ws
import { define } from './define.ts'

export default define(
  'express-ws',
  [
    {
      acquire: 'expressWs().app.listen()',
      kind: 'server',
      release: '.close()',
      returns: 'node:http#Server',
      settles: 'callback',
    },
    { acquire: 'expressWs().getWss()', kind: 'server', returns: 'ws#WebSocketServer', opens: [] },
  ],
  { default: 'expressWs' },
)
