import cluster from 'node:cluster'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { scaffold } from '../scaffold.ts'

/** Longer than a process may stay after its last release. */
const BUSY_MS = 1_500

test('a worker whose primary is busy waits for it, and has not failed', async () => {
  const folder = scaffold()
  cluster.setupPrimary({ exec: join(folder, 'src/main.ts'), cwd: folder, silent: true })
  const worker = cluster.fork({ PORT: '0', SQLITE_PATH: ':memory:' })
  onTestFinished(() => {
    worker.kill('SIGKILL')
  })
  const printed: string[] = []
  worker.process.stdout?.setEncoding('utf8').on('data', (text: string) => printed.push(text))
  await once(worker, 'listening')

  worker.process.kill('SIGTERM')
  const exited = once(worker.process, 'exit')
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, BUSY_MS) // as PM2's while it starts the next worker
  const [exitCode] = (await exited) as [number | null]

  expect({ exitCode, failed: /.*"step":"failed".*/.exec(printed.join('')) }).toEqual({ exitCode: 0, failed: null })
})
