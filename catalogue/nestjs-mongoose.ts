// https://docs.nestjs.com/techniques/mongodb
import { define } from './define.ts'

const owner = '@nestjs/core#NestApplication'

export default define('@nestjs/mongoose', [
  { acquire: 'MongooseModule.forRoot()', kind: 'client', owner },
  { acquire: 'MongooseModule.forRootAsync()', kind: 'client', owner },
])
