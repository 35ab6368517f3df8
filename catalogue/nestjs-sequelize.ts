// https://docs.nestjs.com/techniques/database#sequelize-integration
import { define } from './define.ts'

const owner = '@nestjs/core#NestApplication'

export default define('@nestjs/sequelize', [
  { acquire: 'SequelizeModule.forRoot()', kind: 'client', owner },
  { acquire: 'SequelizeModule.forRootAsync()', kind: 'client', owner },
])
