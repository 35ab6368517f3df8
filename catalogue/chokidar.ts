// https://github.com/paulmillr/chokidar#methods--events
import { define } from './define.ts'

export default define('chokidar', [
  { acquire: 'watch()', kind: 'file', release: '.close()', returns: 'FSWatcher' },
  { acquire: 'new FSWatcher()', kind: 'file', release: '.close()', opens: '.add()' },
])
