// https://github.com/hemerajs/fastify-graceful-shutdown#usage
import { define } from './define.ts'

const signals = ['SIGINT', 'SIGTERM']

export default define(
  'fastify-graceful-shutdown',
  [
    // A plugin: `register` calls it with the instance.
    {
      shutdown: 'fastifyGracefulShutdown()',
      signals,
      releases: 'arguments',
      runs: [],
      deadlineMs: 10_000,
      deadlineOption: 'timeout',
      exits: true,
    },
    { hook: '.gracefulShutdown()', of: 'fastify#FastifyInstance', early: true },
  ],
  { default: 'fastifyGracefulShutdown' },
)
