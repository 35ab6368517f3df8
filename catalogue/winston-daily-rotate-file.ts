// https://github.com/winstonjs/winston-daily-rotate-file#usage
import { define } from './define.ts'

const release = ['.end()', '.close()', '.destroy()'] as const

export default define(
  'winston-daily-rotate-file',
  [{ acquire: 'new DailyRotateFile()', kind: 'telemetry', release, settles: 'callback' }],
  { default: 'DailyRotateFile' },
)
