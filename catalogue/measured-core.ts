// https://yaorg.github.io/node-measured/Collection.html
import { define } from './define.ts'

export default define('measured-core', [
  { acquire: 'createCollection()', kind: 'telemetry', release: '.end()', settles: 'sync' },
])
