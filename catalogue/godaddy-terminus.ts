// https://github.com/godaddy/terminus#usage
import { define } from './define.ts'

export default define('@godaddy/terminus', [
  {
    shutdown: 'createTerminus()',
    // SIGTERM always, and those that are named besides.
    signals: ['SIGTERM'],
    signalsOption: 'signals',
    releases: 'arguments',
    runs: ['beforeShutdown', 'onSignal', 'onSigterm', 'onShutdown'],
    deadlineMs: 1000,
    deadlineOption: 'timeout',
    bounds: 'server',
    exits: true,
  },
])
