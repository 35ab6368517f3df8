// https://github.com/fastify/fastify-mongodb
import { define } from './define.ts'

export default define(
  '@fastify/mongodb',
  [
    {
      acquire: 'fastifyMongodb()',
      kind: 'client',
      owner: 'fastify#FastifyInstance',
      via: 'fastify#FastifyInstance#register()',
      unless: 'client',
    },
  ],
  { default: 'fastifyMongodb' },
)
