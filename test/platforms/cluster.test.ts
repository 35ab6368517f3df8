import cluster, { type Worker } from 'node:cluster'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { scaffold } from '../scaffold.ts'

/** Longer than a process may stay after its last release. */
const BUSY_MS = 1_500

test('a worker whose primary is busy waits for it, and has not failed', async () => {
  const { worker, printed } = await startWorker()
  worker.process.kill('SIGTERM')
  const exited = once(worker.process, 'exit')
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, BUSY_MS) // as PM2's while it starts the next worker
  const [exitCode] = (await exited) as [number | null]
  expect({ exitCode, failed: /.*"step":"failed".*/.exec(printed()) }).toEqual({ exitCode: 0, failed: null })
})

test('a worker ends as soon as its channel is closed: PM2 exits with 1 in a process where its metrics find none', async () => {
  const metrics = 'setInterval(() => process.connected || process.exit(1), 1).unref()'
  const { worker } = await startWorker(['--import', `data:text/javascript,${encodeURIComponent(metrics)}`])
  worker.process.kill('SIGTERM')
  expect(await once(worker.process, 'exit')).toEqual([0, null])
})

async function startWorker(execArgv: string[] = []): Promise<{ worker: Worker; printed: () => string }> {
  const folder = scaffold()
  cluster.setupPrimary({ exec: join(folder, 'src/main.ts'), cwd: folder, silent: true, execArgv })
  const worker = cluster.fork({ PORT: '0', SQLITE_PATH: ':memory:' })
  onTestFinished(() => {
    worker.process.kill('SIGKILL')
  })
  let text = ''
  worker.process.stdout?.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
  await once(worker, 'listening')
  return { worker, printed: () => text }
}
