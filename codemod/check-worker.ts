import { parentPort, workerData } from 'node:worker_threads'
import { join } from 'node:path'
import { CannotRun } from './cannot-run.ts'
import type { CacheStore } from './cache/cache-store.ts'
import { collect, type Check } from './check.ts'
import { readText } from './read-text.ts'
import type { ReportData, Told } from './report.ts'

export type ToWorker = Omit<Check, 'cache' | 'onProgress'> & { readonly cacheFolder: string | undefined }

export type FromWorker =
  | { readonly is: 'progress'; readonly done: number; readonly of: number }
  | { readonly is: 'report'; readonly report: ReportData & Told; readonly kept: readonly (readonly [string, string])[] }
  | { readonly is: 'failure'; readonly cannotRun: true; readonly why: string }
  | { readonly is: 'failure'; readonly cannotRun: false; readonly error: unknown }

const EVERY_MS = 50

const { cacheFolder, ...asked } = workerData as ToWorker
const kept: (readonly [string, string])[] = []
let toldAt = -Infinity

try {
  tell({ is: 'report', report: collect({ ...asked, cache: cacheIn(cacheFolder), onProgress }), kept })
} catch (error) {
  if (error instanceof CannotRun) tell({ is: 'failure', cannotRun: true, why: error.message })
  else tell({ is: 'failure', cannotRun: false, error })
}

/** Keeps nothing itself: a thread may be ended at any moment. */
function cacheIn(folder: string | undefined): CacheStore | undefined {
  if (folder === undefined) return undefined
  return {
    folder,
    read: (name) => readText(join(folder, name)),
    write: (name, text) => {
      kept.push([name, text])
    },
  }
}

function onProgress(done: number, of: number): void {
  const now = performance.now()
  if (now - toldAt < EVERY_MS && done < of) return
  toldAt = now
  tell({ is: 'progress', done, of })
}

function tell(message: FromWorker): void {
  parentPort?.postMessage(message)
}
