// https://amqp-node.github.io/amqplib/channel_api.html
import { define } from './define.ts'

export default define(
  ['amqplib', 'amqplib/callback_api'],
  [
    { acquire: 'connect()', kind: 'client', release: '.close()', returns: 'ChannelModel' },
    // Its name before the types were written anew, and in the callback API.
    { type: 'Connection', is: 'ChannelModel' },
    {
      acquire: 'ChannelModel#createChannel()',
      kind: 'client',
      release: '.close()',
      returns: 'Channel',
      owner: 'ChannelModel',
    },
    {
      acquire: 'ChannelModel#createConfirmChannel()',
      kind: 'client',
      release: '.close()',
      returns: 'Channel',
      owner: 'ChannelModel',
    },
    { type: 'ConfirmChannel', is: 'Channel' },
    { acquire: 'Channel#consume()', kind: 'consumer', release: 'Channel#cancel()', owner: 'Channel' },
  ],
)
