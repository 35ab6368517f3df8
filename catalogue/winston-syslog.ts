// https://github.com/winstonjs/winston-syslog#usage
import { define } from './define.ts'

const release = ['.close()', '.end()', '.destroy()'] as const

export default define('winston-syslog', [{ acquire: 'new Syslog()', kind: 'telemetry', release, settles: 'callback' }])
