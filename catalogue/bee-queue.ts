// https://github.com/bee-queue/bee-queue#queueprototypeclosetimeout-cb
import { define } from './define.ts'

export default define(
  'bee-queue',
  [
    { acquire: 'new Queue()', kind: 'client', release: '.close()' },
    { acquire: 'Queue#process()', kind: 'consumer', owner: 'Queue' },
  ],
  { default: 'Queue' },
)
