import { setTimeout as sleep } from 'node:timers/promises'
import { drainable, type Listener } from './drainable.ts'
import { log } from './json-lines.ts'
import { readMilliseconds } from './read-milliseconds.ts'
import { createStop } from './stop-sequence.ts'
import { stop, stopping } from './stopping.ts'

export { stopping }

const ACQUIRING_MS = 1_000 // how long a stop waits for a promise that is not settled yet
const KEY = Symbol.for('graceful-service.owned')
const shared: typeof globalThis & { [KEY]?: ReturnType<typeof createOwned> } = globalThis

/** What this process owns, whichever copy of this module asks. */
export const owned = (shared[KEY] ??= createOwned())

/**
 * Gives back what it is given, and releases it when the process stops: what was adopted last is released first, after
 * all that runs has been drained. A promise is waited for before its release; one that is rejected has nothing to release.
 * `drain` ends running work before anything is released; when `cut` aborts it gives up.
 */
export function adopt<T>(
  name: string,
  it: T,
  release: (it: Awaited<T>) => unknown,
  { drain }: { drain?: (it: Awaited<T>, cut: AbortSignal) => unknown } = {},
): T {
  owned.adopt(name, it, {
    release: async () => (await isThere(it)) && release(await it),
    drain: async (_it, cut) => drain && (await isThere(it)) && drain(await it, cut),
  })
  return it
}

/**
 * Gives back the server that it is given; when the process stops it refuses new connections, finishes what it is
 * answering, and closes the connections that are idle. It may listen already, or later.
 */
export function adoptServer<T extends Listener>(name: string, server: T): T {
  owned.adopt(name, drainable(server), {
    drain: (connections, cut) => connections.drain(cut),
    release: (connections) => {
      server.once('listening', () => server.close()) // it may be told to only now
      server.close() // it may have been adopted after the drain
      connections.close()
    },
  })
  return server
}

/**
 * For a signal handler that ends the process itself: drains and releases everything that was adopted. Never rejects; at
 * the end of the budget the process exits with 1. What failed makes `process.exitCode` 1: end with `process.exit()`.
 */
export function releaseAll(): Promise<void> {
  stop('releaseAll')
  return owned.letGo()
}

/** Whether there is something to let go of. A promise may have been rejected: whoever made it hears of that. */
function isThere(it: unknown): Promise<boolean> {
  const late = sleep(ACQUIRING_MS, undefined, { ref: false }).then(() => {
    throw new Error('It was still being acquired')
  })
  const settled = Promise.resolve(it).then(
    () => true,
    () => false,
  )
  return Promise.race([settled, late])
}

function createOwned() {
  const timeoutMs = readMilliseconds('SHUTDOWN_TIMEOUT_MS', 30_000)
  const delayMs = Math.min(readMilliseconds('SHUTDOWN_DELAY_MS', 0), timeoutMs / 2) // the rest is for what runs
  return { ...createStop({ log, timeoutMs, delayMs }), isLed: false }
}
