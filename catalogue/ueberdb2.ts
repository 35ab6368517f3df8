// https://github.com/ether/ueberDB#usage
import { define } from './define.ts'

export default define('ueberdb2', [
  { acquire: 'new Database()', kind: 'client', release: '.close()', opens: '.init()' },
])
