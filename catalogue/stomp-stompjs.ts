// https://stomp-js.github.io/api-docs/latest/classes/Client.html#deactivate
import { define } from './define.ts'

export default define('@stomp/stompjs', [
  { acquire: 'new Client()', kind: 'client', release: ['.deactivate()', '.forceDisconnect()'], opens: '.activate()' },
])
