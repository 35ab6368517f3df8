// https://github.com/OptimalBits/bull/blob/develop/REFERENCE.md#queueclose
import { define } from './define.ts'

export default define(
  'bull',
  [
    { acquire: 'new Queue()', kind: 'client', release: '.close()', repeatable: true },
    { acquire: 'Queue()', kind: 'client', release: '.close()', repeatable: true, returns: 'Queue' },
    { acquire: 'Queue#process()', kind: 'consumer', owner: 'Queue' },
  ],
  { default: 'Queue' },
)
