// https://github.com/flash-oss/lil-http-terminator#usage
import { define } from './define.ts'

// It hears no signal: its `terminate()` closes the server.
export default define('lil-http-terminator', [{ wraps: 'HttpTerminator()', release: '.terminate()' }], {
  default: 'HttpTerminator',
})
