// https://github.com/fastify/fastify-cli#options
import { define } from './define.ts'

const signals = ['SIGTERM', 'SIGINT']

export default define('fastify-cli', [
  { command: 'fastify start', of: 'fastify#FastifyInstance', signals, deadlineMs: 500 },
])
