import { describe } from 'vitest'
import { describeAdopted } from './describe-adopted.ts'
import { ES_MODULE } from './dialects.ts'

describe('an Express service in ES modules that adopts what it acquires', () => {
  describeAdopted('express-esm', ES_MODULE, 'express')
})
