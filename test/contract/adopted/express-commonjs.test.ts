import { describe } from 'vitest'
import { describeAdopted } from './describe-adopted.ts'
import { COMMON_JS } from './dialects.ts'

describe('an Express service in CommonJS that adopts what it acquires', () => {
  describeAdopted('express-commonjs', COMMON_JS, 'express')
})
