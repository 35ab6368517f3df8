// https://github.com/mikro-orm/nestjs#-usage
import { define } from './define.ts'

const owner = '@nestjs/core#NestApplication'

export default define('@mikro-orm/nestjs', [
  { acquire: 'MikroOrmModule.forRoot()', kind: 'client', owner },
  { acquire: 'MikroOrmModule.forRootAsync()', kind: 'client', owner },
])
