// https://github.com/gajus/http-terminator#usage
import { define } from './define.ts'

// It hears no signal: its `terminate()` closes the server; called again, it gives the promise of the first time.
export default define('http-terminator', [
  { wraps: 'createHttpTerminator()', release: '.terminate()', repeatable: true },
])
