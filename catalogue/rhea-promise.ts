// https://github.com/amqp/rhea-promise#readme
import { define } from './define.ts'

export default define('rhea-promise', [
  { acquire: 'new Connection()', kind: 'client', release: '.close()', opens: '.open()' },
  { acquire: 'Connection#createReceiver()', kind: 'consumer', release: '.close()', owner: 'Connection' },
])
