// https://worker.graphile.org/docs/library/run
import { define } from './define.ts'

const noHandleSignals = 'noHandleSignals'
const signals = ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGUSR2']

export default define('graphile-worker', [
  { acquire: 'run()', kind: 'consumer', release: '.stop()', owner: 'itself', unless: noHandleSignals },
  { acquire: 'run()', kind: 'consumer', release: '.stop()', when: noHandleSignals },
  { shutdown: 'run()', signals, deadlineMs: false, unless: noHandleSignals, runs: [], exits: true },
  {
    acquire: 'runTaskList()',
    kind: 'consumer',
    release: ['.gracefulShutdown()', '.forcefulShutdown()', '.release()'],
    owner: 'itself',
    unless: noHandleSignals,
  },
  {
    acquire: 'runTaskList()',
    kind: 'consumer',
    release: ['.gracefulShutdown()', '.forcefulShutdown()', '.release()'],
    when: noHandleSignals,
  },
  { shutdown: 'runTaskList()', signals, deadlineMs: false, unless: noHandleSignals, runs: [], exits: true },
  { acquire: 'makeWorkerUtils()', kind: 'client', release: '.release()' },
])
