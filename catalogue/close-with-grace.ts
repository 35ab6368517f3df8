// https://github.com/mcollina/close-with-grace#api
import { define } from './define.ts'

export default define(
  'close-with-grace',
  [
    {
      shutdown: 'closeWithGrace()',
      signals: ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT'],
      deadlineMs: 10_000,
      // What is not a number sets none.
      deadlineOption: 'delay',
      exits: true,
    },
  ],
  { default: 'closeWithGrace' },
)
