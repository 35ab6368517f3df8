// https://segment.com/docs/connections/sources/catalog/libraries/server/node/#graceful-shutdown
import { define } from './define.ts'

export default define(
  '@segment/analytics-node',
  [{ acquire: 'new Analytics()', kind: 'telemetry', release: ['.closeAndFlush()', '.flush()'] }],
  { default: 'Analytics' },
)
