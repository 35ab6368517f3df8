import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { CannotRun } from './cannot-run.ts'
import type { CacheStore } from './cache/cache-store.ts'
import type { Check } from './check.ts'
import type { FromWorker, ToWorker } from './check-worker.ts'
import { readText } from './read-text.ts'
import type { ToldReport } from './report.ts'

/**
 * Checks in a thread of its own, so that this one hears Ctrl-C; what the cache keeps is written by this one, which is
 * never interrupted while it writes.
 * @throws {CannotRun}
 */
export async function checkAside({ onProgress, cache, ...asked }: Check): Promise<ToldReport> {
  const workerData: ToWorker = { ...asked, cacheFolder: cache?.folder }
  const worker = new Worker(new URL(`./check-worker${extname(import.meta.url)}`, import.meta.url), { workerData })
  const told = Promise.withResolvers<ToldReport>()
  worker.on('message', (message: FromWorker) => {
    if (message.is === 'progress') onProgress?.(message.done, message.of)
    else if (message.is === 'failure') told.reject(message.cannotRun ? new CannotRun(message.why) : message.error)
    else {
      write(cache, message.kept)
      told.resolve({ ...message.report, textOf: readText })
    }
  })
  worker.on('error', told.reject)
  worker.on('exit', (code) => {
    told.reject(new Error(`the thread that checks ended with ${code}`))
  })
  return told.promise
}

function write(cache: CacheStore | undefined, kept: readonly (readonly [name: string, text: string])[]): void {
  for (const [name, text] of kept) cache?.write(name, text)
}
