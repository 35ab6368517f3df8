// https://github.com/sebhildebrandt/http-graceful-shutdown#options
import { define } from './define.ts'

export default define(
  'http-graceful-shutdown',
  [
    {
      shutdown: 'gracefulShutdown()',
      signals: ['SIGINT', 'SIGTERM'],
      // One string, with spaces between the names.
      signalsOption: 'signals',
      releases: 'arguments',
      runs: ['preShutdown', 'onShutdown', 'finally'],
      deadlineMs: 30_000,
      deadlineOption: 'timeout',
      bounds: 'server',
      exits: true,
    },
  ],
  { default: 'gracefulShutdown' },
)
