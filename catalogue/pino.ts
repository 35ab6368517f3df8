// https://github.com/pinojs/pino/blob/main/docs/transports.md
import { define } from './define.ts'

// Transports and destinations flush and end themselves when the process exits.
export default define('pino', [
  { acquire: 'transport()', kind: 'telemetry' },
  { acquire: 'destination()', kind: 'telemetry' },
])
