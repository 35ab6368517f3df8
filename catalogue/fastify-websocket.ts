// https://github.com/fastify/fastify-websocket
import { define } from './define.ts'

export default define(
  '@fastify/websocket',
  [
    {
      acquire: 'fastifyWebsocket()',
      kind: 'server',
      owner: 'fastify#FastifyInstance',
      via: 'fastify#FastifyInstance#register()',
    },
  ],
  { default: 'fastifyWebsocket' },
)
