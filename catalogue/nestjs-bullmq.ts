// https://docs.nestjs.com/techniques/queues
import { define } from './define.ts'

const owner = '@nestjs/core#NestApplication'
const decorators = ['@Processor()', '@QueueEventsListener()'] as const

export default define(
  ['@nestjs/bullmq', '@nestjs/bull'],
  [
    { acquire: 'BullModule.registerQueue()', kind: 'client', owner },
    { acquire: 'BullModule.registerQueueAsync()', kind: 'client', owner },
    { acquire: 'BullModule.registerFlowProducer()', kind: 'client', owner },
    { acquire: 'BullModule.registerFlowProducerAsync()', kind: 'client', owner },
    { acquire: '@Processor()', kind: 'consumer', owner },
    { acquire: '@QueueEventsListener()', kind: 'client', owner },
    { methods: ['onModuleDestroy', 'beforeApplicationShutdown'], of: owner, decorators, early: true },
    { methods: ['onApplicationShutdown'], of: owner, decorators },
  ],
)
