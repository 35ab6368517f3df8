// https://github.com/kudos/koa-websocket
import { define } from './define.ts'

export default define('koa-websocket', [{ wraps: 'websockify()' }], { default: 'websockify' })
