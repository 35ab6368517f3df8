// https://github.com/gajus/http-terminator#usage
import { define } from './define.ts'

// It hears no signal: its `terminate()` closes the server.
export default define('http-terminator', [{ wraps: 'createHttpTerminator()', release: '.terminate()' }])
