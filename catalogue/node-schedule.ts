// https://github.com/node-schedule/node-schedule#jobs-and-scheduling
import { define } from './define.ts'

const job = {
  release: ['.cancel()', 'cancelJob(it)', 'gracefulShutdown()'],
  returns: 'Job',
  settles: { '.cancel()': 'sync', 'cancelJob(it)': 'sync' },
} as const

export default define('node-schedule', [
  { acquire: 'scheduleJob()', kind: 'schedule', ...job },
  { acquire: 'new Job()', kind: 'schedule', opens: '.schedule()', ...job },
])
