// https://docs.nestjs.com/websockets/gateways
import { define } from './define.ts'

const of = '@nestjs/core#NestApplication'
const decorators = ['@WebSocketGateway()'] as const

export default define('@nestjs/websockets', [
  { methods: ['onModuleDestroy', 'beforeApplicationShutdown'], of, decorators, early: true },
  { methods: ['onApplicationShutdown'], of, decorators },
])
