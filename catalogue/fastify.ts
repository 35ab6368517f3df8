// https://fastify.dev/docs/latest/Reference/Server/#close
import { define } from './define.ts'

export default define(
  'fastify',
  [
    { acquire: 'fastify()', kind: 'server', release: '.close()', returns: 'FastifyInstance', opens: '.listen()' },
    { wraps: 'FastifyInstance#withTypeProvider()' },
    { wraps: 'FastifyInstance#register()' },
    { wraps: 'FastifyInstance#decorate()' },
    { wraps: 'FastifyInstance#addHook()' },
    { hook: '.addHook("preClose")', of: 'FastifyInstance', early: true },
    { hook: '.addHook("onClose")', of: 'FastifyInstance' },
  ],
  { default: 'fastify' },
)
