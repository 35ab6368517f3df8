// https://golevelup.github.io/nestjs/modules/rabbitmq.html
import { define } from './define.ts'

const owner = '@nestjs/core#NestApplication'

export default define('@golevelup/nestjs-rabbitmq', [
  { acquire: 'RabbitMQModule.forRoot()', kind: 'client', owner },
  { acquire: 'RabbitMQModule.forRootAsync()', kind: 'client', owner },
  { acquire: '@RabbitSubscribe()', kind: 'consumer', owner },
  { acquire: '@RabbitRPC()', kind: 'consumer', owner },
])
