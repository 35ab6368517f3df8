import { describe } from 'vitest'
import { describeAdopted } from './describe-adopted.ts'
import { TYPESCRIPT } from './dialects.ts'

describe('a service on node:http in TypeScript that adopts what it acquires', () => {
  describeAdopted('http-typescript', TYPESCRIPT, 'http')
})
