// https://github.com/winstonjs/winston#awaiting-logs-to-be-written-in-winston
import { define } from './define.ts'

const transport = { kind: 'telemetry', release: ['.end()', '.close()', '.destroy()'], settles: 'callback' } as const

export default define('winston', [
  { acquire: 'new transports.File()', ...transport },
  { acquire: 'new transports.Http()', ...transport },
  // Packages that are imported for the transport that they add.
  { acquire: 'new transports.DailyRotateFile()', ...transport },
  { acquire: 'new transports.Syslog()', ...transport },
  { wraps: 'createLogger()', release: ['.end()', '.close()'], settles: 'callback' },
  { wraps: 'new Logger()', release: ['.end()', '.close()'], settles: 'callback' },
])
