// https://github.com/piscinajs/fastify-piscina#usage
import { define } from './define.ts'

// It decorates the instance with the pool, and registers no hook that would close it.
export default define(
  'fastify-piscina',
  [
    {
      acquire: 'fastifyPiscina()',
      kind: 'process',
      release: 'fastify#FastifyInstance#piscina.destroy()',
      via: 'fastify#FastifyInstance#register()',
    },
  ],
  { default: 'fastifyPiscina' },
)
