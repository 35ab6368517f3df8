// https://docs.nestjs.com/techniques/database
import { define } from './define.ts'

const owner = '@nestjs/core#NestApplication'

export default define('@nestjs/typeorm', [
  { acquire: 'TypeOrmModule.forRoot()', kind: 'client', owner },
  { acquire: 'TypeOrmModule.forRootAsync()', kind: 'client', owner, takes: true },
])
