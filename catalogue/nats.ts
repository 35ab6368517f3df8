// https://github.com/nats-io/nats.js/blob/main/core/README.md#lifecycle
import { define } from './define.ts'

export default define(
  ['nats', '@nats-io/transport-node'],
  [{ acquire: 'connect()', kind: 'client', release: ['.drain()', '.close()'], returns: 'NatsConnection' }],
)
