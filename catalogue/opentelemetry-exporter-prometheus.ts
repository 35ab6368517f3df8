// https://open-telemetry.github.io/opentelemetry-js/classes/_opentelemetry_exporter-prometheus.PrometheusExporter.html
import { define } from './define.ts'

// It serves the metrics on a port of its own.
export default define('@opentelemetry/exporter-prometheus', [
  {
    acquire: 'new PrometheusExporter()',
    kind: 'telemetry',
    release: ['.shutdown()', '.stopServer()'],
    unless: 'preventServerStart',
  },
])
