// https://github.com/fastify/fastify-redis
import { define } from './define.ts'

export default define(
  '@fastify/redis',
  [
    {
      acquire: 'fastifyRedis()',
      kind: 'client',
      owner: 'fastify#FastifyInstance',
      via: 'fastify#FastifyInstance#register()',
      unless: 'client',
    },
  ],
  { default: 'fastifyRedis' },
)
