// https://github.com/microsoft/ApplicationInsights-node.js#flush
import { define } from './define.ts'

const release = ['dispose()', 'shutdownAzureMonitor()', 'flushAzureMonitor()', 'defaultClient.flush()'] as const

export default define('applicationinsights', [
  { acquire: 'setup()', kind: 'telemetry', release, settles: { 'dispose()': 'sync' } },
  { acquire: 'useAzureMonitor()', kind: 'telemetry', release, settles: { 'dispose()': 'sync' } },
])
