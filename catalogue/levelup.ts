// https://github.com/Level/levelup#dbclosecallback
import { define } from './define.ts'

export default define('levelup', [{ acquire: 'levelup()', kind: 'client', release: '.close()', returns: 'LevelUp' }], {
  default: 'levelup',
})
