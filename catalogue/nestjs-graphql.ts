// https://docs.nestjs.com/graphql/resolvers
import { define } from './define.ts'

const of = '@nestjs/core#NestApplication'
const decorators = ['@Resolver()', '@Scalar()', '@Plugin()'] as const

export default define('@nestjs/graphql', [
  { methods: ['onModuleDestroy', 'beforeApplicationShutdown'], of, decorators, early: true },
  { methods: ['onApplicationShutdown'], of, decorators },
])
