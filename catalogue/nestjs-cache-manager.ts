// https://docs.nestjs.com/techniques/caching
import { define } from './define.ts'

const owner = '@nestjs/core#NestApplication'

export default define('@nestjs/cache-manager', [
  { acquire: 'CacheModule.register()', kind: 'client', owner, opens: [], takes: true },
  { acquire: 'CacheModule.registerAsync()', kind: 'client', owner, opens: [], takes: true },
])
