// https://github.com/fastify/fastify-leveldb
import { define } from './define.ts'

export default define(
  '@fastify/leveldb',
  [
    {
      acquire: 'fastifyLeveldb()',
      kind: 'client',
      owner: 'fastify#FastifyInstance',
      via: 'fastify#FastifyInstance#register()',
    },
  ],
  { default: 'fastifyLeveldb' },
)
