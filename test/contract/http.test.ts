import { describe } from 'vitest'
import { describeContract } from './describe-contract.ts'

describe('a service on http', () => {
  describeContract('http', ['http', 'second', 'first', 'websocket', 'sqlite'])
})
