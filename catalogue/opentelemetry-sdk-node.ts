// https://open-telemetry.github.io/opentelemetry-js/classes/_opentelemetry_sdk-node.NodeSDK.html
import { define } from './define.ts'

export default define('@opentelemetry/sdk-node', [
  { acquire: 'new NodeSDK()', kind: 'telemetry', release: '.shutdown()', opens: '.start()', takes: true },
  { acquire: 'startNodeSDK()', kind: 'telemetry', release: '.shutdown()', takes: true },
])
