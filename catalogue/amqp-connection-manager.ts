// https://github.com/jwalton/node-amqp-connection-manager
import { define } from './define.ts'

export default define('amqp-connection-manager', [
  { acquire: 'connect()', kind: 'client', release: '.close()', returns: 'AmqpConnectionManager' },
  {
    acquire: 'new AmqpConnectionManagerClass()',
    kind: 'client',
    release: '.close()',
    returns: 'AmqpConnectionManager',
  },
  {
    acquire: 'AmqpConnectionManager#createChannel()',
    kind: 'client',
    release: '.close()',
    returns: 'ChannelWrapper',
    owner: 'AmqpConnectionManager',
  },
  {
    acquire: 'ChannelWrapper#consume()',
    kind: 'consumer',
    release: ['ChannelWrapper#cancelAll()', 'ChannelWrapper#cancel()'],
    owner: 'ChannelWrapper',
  },
])
