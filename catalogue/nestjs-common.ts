// https://docs.nestjs.com/fundamentals/lifecycle-events
import { define } from './define.ts'

const of = '@nestjs/core#NestApplication'
const decorators = ['@Injectable()', '@Controller()', '@Module()', '@Catch()'] as const

export default define('@nestjs/common', [
  { methods: ['onModuleDestroy', 'beforeApplicationShutdown'], of, decorators, early: true },
  { methods: ['onApplicationShutdown'], of, decorators },
  { type: 'INestApplication', is: of },
  { type: 'INestApplicationContext', is: of },
  { type: 'INestMicroservice', is: of },
])
