// https://croner.56k.guru/usage/basics/
import { define } from './define.ts'

const job = { release: '.stop()', returns: 'Cron', settles: 'sync', unless: 'unref' } as const

export default define(
  'croner',
  [
    { acquire: 'new Cron()', kind: 'schedule', ...job },
    { acquire: 'Cron()', kind: 'schedule', ...job },
  ],
  { default: 'Cron' },
)
