// https://onebeyond.github.io/rascal/docs/Broker/Shutdown
import { define } from './define.ts'

export default define('rascal', [
  { acquire: 'BrokerAsPromised.create()', kind: 'client', release: '.shutdown()', returns: 'BrokerAsPromised' },
  { acquire: 'createBrokerAsPromised()', kind: 'client', release: '.shutdown()', returns: 'BrokerAsPromised' },
  { acquire: 'BrokerAsPromised#subscribe()', kind: 'consumer', release: '.cancel()', owner: 'BrokerAsPromised' },
])
