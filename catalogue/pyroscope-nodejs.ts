// https://grafana.com/docs/pyroscope/latest/configure-client/language-sdks/nodejs/
import { define } from './define.ts'

export default define('@pyroscope/nodejs', [{ acquire: 'start()', kind: 'telemetry', release: 'stop()' }])
