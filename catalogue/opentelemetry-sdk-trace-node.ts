// https://open-telemetry.github.io/opentelemetry-js/classes/_opentelemetry_sdk-trace-node.NodeTracerProvider.html
import { define } from './define.ts'

const provider = { kind: 'telemetry', release: '.shutdown()', takes: true } as const

export default define(
  [
    '@opentelemetry/sdk-trace-node',
    '@opentelemetry/sdk-trace-base',
    '@opentelemetry/sdk-metrics',
    '@opentelemetry/sdk-logs',
  ],
  [
    { acquire: 'new NodeTracerProvider()', ...provider },
    { acquire: 'new BasicTracerProvider()', ...provider },
    { acquire: 'new MeterProvider()', ...provider },
    { acquire: 'new LoggerProvider()', ...provider },
  ],
)
