// https://github.com/liaoliaots/nestjs-redis
import { define } from './define.ts'

const owner = '@nestjs/core#NestApplication'

export default define('@liaoliaots/nestjs-redis', [
  { acquire: 'RedisModule.forRoot()', kind: 'client', owner },
  { acquire: 'RedisModule.forRootAsync()', kind: 'client', owner },
  { acquire: 'ClusterModule.forRoot()', kind: 'client', owner },
  { acquire: 'ClusterModule.forRootAsync()', kind: 'client', owner },
])
