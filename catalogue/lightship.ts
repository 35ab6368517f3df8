// https://github.com/gajus/lightship#usage-example
import { define } from './define.ts'

const hears = { signals: ['SIGTERM', 'SIGHUP', 'SIGINT'], exits: true } as const

export default define('lightship', [
  // The server of its probes, which it closes itself.
  { acquire: 'createLightship()', kind: 'server', release: '.shutdown()', returns: 'Lightship', owner: 'itself' },
  {
    shutdown: 'createLightship()',
    ...hears,
    signalsOption: 'signals',
    deadlineMs: 30_000,
    deadlineOption: 'gracefulShutdownTimeout',
    runs: [],
  },
  { shutdown: 'Lightship#registerShutdownHandler()', ...hears, deadlineMs: 5000 },
])
