// https://github.com/yagop/node-telegram-bot-api/blob/master/doc/api.md
import { define } from './define.ts'

const [polling, webHook] = ['polling', 'webHook'] as const
const release = ['.stopPolling()', '.closeWebHook()', '.close()'] as const

export default define(
  'node-telegram-bot-api',
  [
    { acquire: 'new TelegramBot()', kind: 'consumer', release, when: [polling, webHook] },
    {
      acquire: 'new TelegramBot()',
      kind: 'consumer',
      release,
      opens: ['.startPolling()', '.openWebHook()'],
      unless: [polling, webHook],
    },
  ],
  { default: 'TelegramBot' },
)
