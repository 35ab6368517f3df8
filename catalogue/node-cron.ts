// https://nodecron.com/api-reference.html
import { define } from './define.ts'

const task = { release: ['.stop()', '.destroy()'], returns: 'ScheduledTask', unless: 'unref' } as const

export default define('node-cron', [
  { acquire: 'schedule()', kind: 'schedule', ...task },
  { acquire: 'createTask()', kind: 'schedule', opens: '.start()', ...task },
])
