// https://github.com/raszi/node-tmp#usage
import { define } from './define.ts'

// `setGracefulCleanup` has all of them removed when the process exits.
const temporary = {
  release: '.removeCallback()',
  settles: 'sync',
  scope: 'function',
  consumed: 'setGracefulCleanup()',
} as const

export default define('tmp', [
  { acquire: 'fileSync()', kind: 'file', ...temporary },
  { acquire: 'dirSync()', kind: 'file', ...temporary },
])
