// https://github.com/ducktors/fastify-socket.io
import { define } from './define.ts'

export default define(
  'fastify-socket.io',
  [
    {
      acquire: 'fastifySocketIO()',
      kind: 'server',
      owner: 'fastify#FastifyInstance',
      via: 'fastify#FastifyInstance#register()',
    },
  ],
  { default: 'fastifySocketIO' },
)
