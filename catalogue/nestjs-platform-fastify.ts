// https://docs.nestjs.com/techniques/performance
import { define } from './define.ts'

export default define('@nestjs/platform-fastify', [
  { type: 'NestFastifyApplication', is: '@nestjs/core#NestApplication' },
])
