// https://zeromq.github.io/zeromq.js/classes/Socket.html#close
import { define } from './define.ts'

const socket = { release: '.close()', opens: ['.bind()', '.connect()'], settles: 'sync' } as const

export default define('zeromq', [
  { acquire: 'new Reply()', kind: 'server', ...socket },
  { acquire: 'new Router()', kind: 'server', ...socket },
  { acquire: 'new Pull()', kind: 'consumer', ...socket },
  { acquire: 'new Subscriber()', kind: 'consumer', ...socket },
  { acquire: 'new XSubscriber()', kind: 'consumer', ...socket },
  { acquire: 'new Dealer()', kind: 'client', ...socket },
  { acquire: 'new Pair()', kind: 'client', ...socket },
  { acquire: 'new Publisher()', kind: 'client', ...socket },
  { acquire: 'new Push()', kind: 'client', ...socket },
  { acquire: 'new Request()', kind: 'client', ...socket },
  { acquire: 'new Stream()', kind: 'client', ...socket },
  { acquire: 'new XPublisher()', kind: 'client', ...socket },
  // Version 5, and `zeromq/v5-compat`.
  { acquire: 'socket()', kind: 'client', ...socket },
])
