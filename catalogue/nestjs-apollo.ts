// https://docs.nestjs.com/graphql/plugins
import { define } from './define.ts'

const of = '@nestjs/core#NestApplication'
const decorators = ['@Plugin()'] as const

export default define('@nestjs/apollo', [
  { methods: ['onModuleDestroy', 'beforeApplicationShutdown'], of, decorators, early: true },
  { methods: ['onApplicationShutdown'], of, decorators },
])
