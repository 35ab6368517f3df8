import { describe } from 'vitest'
import { describeContract } from './describe-contract.ts'

describe('a service on express', () => {
  describeContract('express', ['http', 'second', 'first', 'websocket', 'sqlite'])
})
