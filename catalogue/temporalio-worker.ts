// https://typescript.temporal.io/api/classes/worker.Worker
import { define } from './define.ts'

// The runtime hears them, and stops every worker that runs; what stands after `await worker.run()` runs then.
const signals = ['SIGINT', 'SIGTERM', 'SIGQUIT', 'SIGUSR2']

export default define('@temporalio/worker', [
  {
    acquire: 'Worker.create()',
    kind: 'consumer',
    release: '.shutdown()',
    opens: ['.run()', '.runUntil()'],
    returns: 'Worker',
    settles: 'sync',
    owner: 'itself',
  },
  { shutdown: 'Worker#run()', signals, releases: 'this', deadlineMs: false, exits: false },
  { shutdown: 'Worker#runUntil()', signals, releases: 'this', deadlineMs: false, runs: [], exits: false },
  { acquire: 'NativeConnection.connect()', kind: 'client', release: '.close()' },
])
