// https://github.com/confluentinc/confluent-kafka-javascript/blob/master/MIGRATION.md
import { define } from './define.ts'

const settles = 'callback'

export default define('@confluentinc/kafka-javascript', [
  { acquire: 'new KafkaJS.Kafka()', kind: 'client', opens: [], returns: 'Kafka' },
  { acquire: 'Kafka#producer()', kind: 'client', release: '.disconnect()', opens: '.connect()' },
  { acquire: 'Kafka#consumer()', kind: 'consumer', release: '.disconnect()', opens: '.connect()' },
  { acquire: 'Kafka#admin()', kind: 'client', release: '.disconnect()', opens: '.connect()' },
  { acquire: 'new KafkaConsumer()', kind: 'consumer', release: '.disconnect()', opens: '.connect()', settles },
  { acquire: 'new Producer()', kind: 'client', release: '.disconnect()', opens: '.connect()', settles },
  { acquire: 'new HighLevelProducer()', kind: 'client', release: '.disconnect()', opens: '.connect()', settles },
  { acquire: 'AdminClient.create()', kind: 'client', release: '.disconnect()', settles: 'sync' },
])
