// https://docs.bullmq.io/guide/going-to-production#gracefully-shut-down-workers
import { define } from './define.ts'

const release = ['.close()', '.disconnect()'] as const

export default define('bullmq', [
  { acquire: 'new Queue()', kind: 'client', release },
  { acquire: 'new Worker()', kind: 'consumer', release },
  { acquire: 'new QueueEvents()', kind: 'client', release },
  { acquire: 'new QueueEventsProducer()', kind: 'client', release },
  { acquire: 'new FlowProducer()', kind: 'client', release },
  { acquire: 'new QueueScheduler()', kind: 'schedule', release },
])
