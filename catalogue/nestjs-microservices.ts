// https://docs.nestjs.com/microservices/basics#client-producer-class
import { define } from './define.ts'

const owner = '@nestjs/core#NestApplication'

export default define('@nestjs/microservices', [
  { acquire: 'ClientProxyFactory.create()', kind: 'client', release: '.close()', returns: 'ClientProxy' },
  { acquire: 'ClientsModule.register()', kind: 'client', owner },
  { acquire: 'ClientsModule.registerAsync()', kind: 'client', owner },
  { acquire: '@Client()', kind: 'client', owner },
])
