// https://koenkk.github.io/zigbee-herdsman/classes/index.Controller.html
import { define } from './define.ts'

export default define('zigbee-herdsman', [
  { acquire: 'new Controller()', kind: 'client', release: '.stop()', opens: '.start()' },
])
