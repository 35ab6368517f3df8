// https://nodejs.org/api/worker_threads.html#workerterminate
import { define } from './define.ts'

const consumed = ['.on("exit")', '.once("exit")', '.unref()'] as const

export default define('node:worker_threads', [
  { acquire: 'new Worker()', kind: 'process', release: '.terminate()', scope: 'function', consumed },
])
