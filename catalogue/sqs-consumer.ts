// https://bbc.github.io/sqs-consumer/classes/Consumer.html#stop
import { define } from './define.ts'

export default define('sqs-consumer', [
  {
    acquire: 'Consumer.create()',
    kind: 'consumer',
    release: '.stop()',
    opens: '.start()',
    returns: 'Consumer',
    settles: 'sync',
  },
  { acquire: 'new Consumer()', kind: 'consumer', release: '.stop()', opens: '.start()', settles: 'sync' },
])
