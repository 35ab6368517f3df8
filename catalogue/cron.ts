// https://github.com/kelektiv/node-cron#cronjob-class
import { define } from './define.ts'

const job = { release: '.stop()', returns: 'CronJob', unless: 'unrefTimeout' } as const

export default define('cron', [
  { acquire: 'new CronJob()', kind: 'schedule', ...job },
  { acquire: 'CronJob.from()', kind: 'schedule', ...job },
  // Version 1.
  { acquire: 'job()', kind: 'schedule', ...job },
])
