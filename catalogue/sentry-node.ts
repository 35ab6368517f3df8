// https://docs.sentry.io/platforms/javascript/guides/node/configuration/draining/
import { define } from './define.ts'

const release = ['close()', 'flush()', '.close()', '.flush()'] as const

export default define(
  ['@sentry/node', '@sentry/nestjs', '@sentry/bun', '@sentry/node-core'],
  [{ acquire: 'init()', kind: 'telemetry', release, returns: 'NodeClient' }],
)
