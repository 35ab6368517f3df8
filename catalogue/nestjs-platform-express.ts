// https://docs.nestjs.com/techniques/performance
import { define } from './define.ts'

export default define('@nestjs/platform-express', [
  { type: 'NestExpressApplication', is: '@nestjs/core#NestApplication' },
])
