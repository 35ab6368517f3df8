// https://moleculer.services/docs/0.14/broker#Methods-of-service-broker
import { define } from './define.ts'

export default define('moleculer', [
  { acquire: 'new ServiceBroker()', kind: 'server', release: '.stop()', opens: '.start()' },
  {
    shutdown: 'new ServiceBroker()',
    signals: ['SIGINT', 'SIGTERM'],
    releases: 'this',
    deadlineMs: false,
    unless: 'skipProcessEventRegistration',
    exits: true,
  },
])
