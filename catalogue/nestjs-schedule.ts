// https://docs.nestjs.com/techniques/task-scheduling
import { define } from './define.ts'

const owner = '@nestjs/core#NestApplication'

export default define('@nestjs/schedule', [
  { acquire: '@Cron()', kind: 'schedule', owner },
  { acquire: '@Interval()', kind: 'schedule', owner },
  // What is registered is stopped with the rest.
  { acquire: 'new SchedulerRegistry()', kind: 'schedule', opens: [] },
  { acquire: 'SchedulerRegistry#addCronJob()', kind: 'schedule', takes: true, owner },
  { acquire: 'SchedulerRegistry#addInterval()', kind: 'schedule', takes: true, owner },
])
