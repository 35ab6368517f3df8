// https://github.com/fastify/fastify-mysql
import { define } from './define.ts'

export default define(
  '@fastify/mysql',
  [
    {
      acquire: 'fastifyMysql()',
      kind: 'client',
      owner: 'fastify#FastifyInstance',
      via: 'fastify#FastifyInstance#register()',
    },
  ],
  { default: 'fastifyMysql' },
)
