// https://github.com/fastify/fastify-plugin
import { define } from './define.ts'

export default define('fastify-plugin', [{ wraps: 'fp()' }, { wraps: 'fastifyPlugin()' }], { default: 'fp' })
