// https://github.com/benjamingr/tmp-promise#usage
import { define } from './define.ts'

const temporary = { scope: 'function', consumed: 'setGracefulCleanup()' } as const

export default define('tmp-promise', [
  { acquire: 'file()', kind: 'file', release: '.cleanup()', ...temporary },
  { acquire: 'dir()', kind: 'file', release: '.cleanup()', ...temporary },
  { acquire: 'fileSync()', kind: 'file', release: '.removeCallback()', settles: 'sync', ...temporary },
  { acquire: 'dirSync()', kind: 'file', release: '.removeCallback()', settles: 'sync', ...temporary },
])
