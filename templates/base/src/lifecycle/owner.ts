import { once } from 'node:events'
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'

/**
 * Acquires a resource and says in the same breath how it is let go. Rejects once the process is stopping. `drain` ends
 * its running work; when `cut` aborts it gives up, and rejects with what it cut.
 */
export type Own = <T>(
  name: string,
  acquire: (stopping: AbortSignal) => T | Promise<T>,
  letGo: { release: (it: T) => unknown; drain?: (it: T, cut: AbortSignal) => unknown },
) => Promise<T>

export type Report = (what: string, fields?: object) => void

/** Holds what a service has acquired, and lets it go. */
export function createOwner(stopping: AbortSignal, tell: Report, fail: Report) {
  const owned: { name: string; release: () => unknown; drain: (cut: AbortSignal) => unknown }[] = []
  const releasing = new Set<string>()

  const own: Own = async (name, acquire, { release, drain }) => {
    stopping.throwIfAborted()
    const it = await acquire(stopping)
    owned.push({ name, release: () => release(it), drain: (cut) => drain?.(it, cut) })
    stopping.throwIfAborted()
    return it
  }

  /** Drains everything side by side; what has not ended when `cut` aborts is reported and left. */
  async function drain(cut: AbortSignal): Promise<void> {
    const late = once(cut, 'abort').then(() => nextTurn(new Error('did not end in time')))
    const draining = owned.map(async ({ name, drain }) => {
      const drained = Promise.resolve(cut)
        .then(drain)
        .then(() => undefined)
      const err: unknown = await Promise.race([drained, late]).catch((error: unknown) => error)
      if (err) fail(`${name} was cut`, { name, err })
    })
    await Promise.all(draining)
  }

  /** Releases in reverse order of acquisition, one after the other; none that fails or hangs stops another. */
  async function release(withinMs: number): Promise<void> {
    const end = performance.now() + withinMs
    const begun: Promise<void>[] = []
    for (let it = owned.pop(); it; it = owned.pop()) {
      const released = releaseOne(it.name, it.release)
      begun.push(released)
      const shareMs = (end - performance.now()) / (owned.length + 2) // of the time that is left
      await Promise.race([released, sleep(shareMs, undefined, { ref: false })])
      if (releasing.has(it.name)) fail(`${it.name} hangs in its release`, { name: it.name })
    }
    await Promise.all(begun)
  }

  async function releaseOne(name: string, release: () => unknown): Promise<void> {
    const start = performance.now()
    releasing.add(name)
    try {
      await release()
      tell('released', { name, took: Math.round(performance.now() - start) })
    } catch (err) {
      fail(`${name} was not released`, { name, err })
    }
    releasing.delete(name)
  }

  return { own, drain, release, releasing }
}
