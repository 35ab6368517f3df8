// https://github.com/nest-modules/ioredis
import { define } from './define.ts'

const owner = '@nestjs/core#NestApplication'

export default define('@nestjs-modules/ioredis', [
  { acquire: 'RedisModule.forRoot()', kind: 'client', owner },
  { acquire: 'RedisModule.forRootAsync()', kind: 'client', owner },
])
