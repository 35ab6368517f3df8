// https://telegraf.js.org/classes/Telegraf-1.html#stop
import { define } from './define.ts'

export default define(
  'telegraf',
  [
    {
      acquire: 'new Telegraf()',
      kind: 'consumer',
      release: '.stop()',
      opens: ['.launch()', '.startPolling()', '.startWebhook()'],
      settles: 'sync',
    },
  ],
  { default: 'Telegraf' },
)
