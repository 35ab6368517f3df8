// https://github.com/isaacs/server-destroy#usage
import { define } from './define.ts'

// It gives the server itself a `destroy()`, and returns nothing.
export default define('server-destroy', [{ wraps: 'enableDestroy()', release: '.destroy()', settles: 'callback' }], {
  default: 'enableDestroy',
})
