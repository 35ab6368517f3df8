// https://github.com/amqp/rhea#api
import { define } from './define.ts'

export default define('rhea', [
  { acquire: 'new Container()', kind: 'client', opens: [] },
  { acquire: 'create_container()', kind: 'client', opens: [], returns: 'Container' },
  { acquire: 'connect()', kind: 'client', release: '.close()', returns: 'Connection', settles: 'sync' },
  { acquire: 'Container#connect()', kind: 'client', release: '.close()', returns: 'Connection', settles: 'sync' },
  { acquire: 'listen()', kind: 'server', release: '.close()', settles: 'callback' },
  { acquire: 'Container#listen()', kind: 'server', release: '.close()', settles: 'callback' },
  {
    acquire: 'Connection#open_receiver()',
    kind: 'consumer',
    release: ['.close()', '.detach()'],
    owner: 'Connection',
    settles: 'sync',
  },
])
