// https://nodejs.org/api/timers.html#timerspromisessetintervaldelay-value-options
import { define } from './define.ts'

// An iterator that ends with the loop that reads it.
export default define('node:timers/promises', [{ acquire: 'setInterval()', kind: 'timer' }])
