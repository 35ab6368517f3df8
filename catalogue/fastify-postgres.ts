// https://github.com/fastify/fastify-postgres
import { define } from './define.ts'

export default define(
  '@fastify/postgres',
  [
    {
      acquire: 'fastifyPostgres()',
      kind: 'client',
      owner: 'fastify#FastifyInstance',
      via: 'fastify#FastifyInstance#register()',
    },
  ],
  { default: 'fastifyPostgres' },
)
