// https://github.com/fastify/fastify-elasticsearch
import { define } from './define.ts'

export default define(
  '@fastify/elasticsearch',
  [
    {
      acquire: 'fastifyElasticsearch()',
      kind: 'client',
      owner: 'fastify#FastifyInstance',
      via: 'fastify#FastifyInstance#register()',
      unless: 'client',
    },
  ],
  { default: 'fastifyElasticsearch' },
)
