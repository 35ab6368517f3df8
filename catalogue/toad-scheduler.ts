// https://github.com/kibertoad/toad-scheduler#api-for-scheduler
import { define } from './define.ts'

const opens = ['.addSimpleIntervalJob()', '.addLongIntervalJob()', '.addIntervalJob()', '.addCronJob()'] as const

export default define('toad-scheduler', [
  { acquire: 'new ToadScheduler()', kind: 'schedule', release: ['.stop()', '.stopById()'], opens, settles: 'sync' },
  { acquire: 'new SimpleIntervalJob()', kind: 'schedule', release: '.stop()', opens: '.start()', settles: 'sync' },
  { acquire: 'new LongIntervalJob()', kind: 'schedule', release: '.stop()', opens: '.start()', settles: 'sync' },
  { acquire: 'new CronJob()', kind: 'schedule', release: '.stop()', opens: '.start()', settles: 'sync' },
])
