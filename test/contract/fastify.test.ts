import { describe } from 'vitest'
import { describeContract } from './describe-contract.ts'

describe('a service on fastify', () => {
  describeContract('fastify', ['http', 'second', 'first', 'websocket', 'fastify', 'sqlite'])
})
