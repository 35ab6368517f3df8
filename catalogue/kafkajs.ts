// https://kafka.js.org/docs/consuming
import { define } from './define.ts'

export default define('kafkajs', [
  { acquire: 'new Kafka()', kind: 'client', opens: [] },
  { acquire: 'Kafka#producer()', kind: 'client', release: '.disconnect()', opens: '.connect()', returns: 'Producer' },
  { acquire: 'Kafka#consumer()', kind: 'consumer', release: '.disconnect()', opens: '.connect()', returns: 'Consumer' },
  { acquire: 'Kafka#admin()', kind: 'client', release: '.disconnect()', opens: '.connect()', returns: 'Admin' },
  { begin: 'Producer#transaction()', end: ['.commit()', '.abort()'], returns: 'Transaction' },
])
