// https://github.com/platformatic/kafka/blob/main/docs/consumer.md
import { define } from './define.ts'

export default define('@platformatic/kafka', [
  { acquire: 'new Producer()', kind: 'client', release: '.close()' },
  { acquire: 'new Consumer()', kind: 'consumer', release: '.close()' },
  { acquire: 'new Admin()', kind: 'client', release: '.close()' },
  // Without `force` the consumer refuses to close while one of its streams is open.
  { acquire: 'Consumer#consume()', kind: 'consumer', release: ['.close()', '.destroy()'], owner: 'Consumer' },
])
