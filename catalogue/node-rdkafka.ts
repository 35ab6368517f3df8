// https://blizzard.github.io/node-rdkafka/current/
import { define } from './define.ts'

const settles = 'callback'

export default define(
  'node-rdkafka',
  [
    { acquire: 'new KafkaConsumer()', kind: 'consumer', release: '.disconnect()', opens: '.connect()', settles },
    { acquire: 'new Producer()', kind: 'client', release: '.disconnect()', opens: '.connect()', settles },
    { acquire: 'new HighLevelProducer()', kind: 'client', release: '.disconnect()', opens: '.connect()', settles },
    { acquire: 'createReadStream()', kind: 'consumer', release: ['.close()', '.destroy()'], settles },
    { acquire: 'KafkaConsumer.createReadStream()', kind: 'consumer', release: ['.close()', '.destroy()'], settles },
    { acquire: 'createWriteStream()', kind: 'client', release: ['.close()', '.end()', '.destroy()'], settles },
    { acquire: 'Producer.createWriteStream()', kind: 'client', release: ['.close()', '.end()', '.destroy()'], settles },
    { acquire: 'AdminClient.create()', kind: 'client', release: '.disconnect()', settles: 'sync' },
  ],
  { default: 'Kafka' },
)
