// https://docs.nestjs.com/recipes/cqrs
import { define } from './define.ts'

const of = '@nestjs/core#NestApplication'
const decorators = ['@CommandHandler()', '@QueryHandler()', '@EventsHandler()'] as const

export default define('@nestjs/cqrs', [
  { methods: ['onModuleDestroy', 'beforeApplicationShutdown'], of, decorators, early: true },
  { methods: ['onApplicationShutdown'], of, decorators },
])
