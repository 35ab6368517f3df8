// https://docs.statsig.com/server/nodejsServerSDK#shutdown
import { define } from './define.ts'

const release = ['shutdown()', 'shutdownAsync()'] as const

export default define('statsig-node', [
  { acquire: 'initialize()', kind: 'telemetry', release, settles: { 'shutdown()': 'sync' } },
])
