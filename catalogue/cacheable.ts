// https://cacheable.org/docs/cacheable/#api
import { define } from './define.ts'

export default define('cacheable', [{ wraps: 'new Cacheable()', release: '.disconnect()' }])
