// https://github.com/hunterloftis/stoppable#stopcallback
import { define } from './define.ts'

export default define('stoppable', [{ wraps: 'stoppable()', release: '.stop()', settles: 'callback' }], {
  default: 'stoppable',
})
