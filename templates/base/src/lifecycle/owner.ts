import { once } from 'node:events'
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'
import { stopping } from './stopping.ts'

/** `drain` ends the running work of a resource; when `cut` aborts it gives up, and rejects with what it cut. */
export type LetGo<T> = { release: (it: T) => unknown; drain?: (it: T, cut: AbortSignal) => unknown }

/** Acquires a resource and says in the same breath how it is let go. Rejects once the process is stopping. */
export type Own = <T>(name: string, acquire: (stopping: AbortSignal) => T | Promise<T>, letGo: LetGo<T>) => Promise<T>

export type Report = (what: string, fields?: object) => void

/** Holds what a service has acquired, and lets it go. */
export function createOwner(tell: Report, fail: Report) {
  const owned: { name: string; release: () => unknown; drain: (cut: AbortSignal) => unknown }[] = []
  const releasing = new Set<(typeof owned)[number]>()
  let releasesEnd: number | undefined // when the time for releases ends; known once the last has begun

  const own: Own = async (name, acquire, letGo) => {
    stopping.throwIfAborted()
    const it = await acquire(stopping)
    adopt(name, it, letGo)
    stopping.throwIfAborted()
    return it
  }

  /** Owns what is there already. What comes when everything has been released is released at once. */
  function adopt<T>(name: string, it: T, { release, drain }: LetGo<T>): void {
    owned.push({ name, release: () => release(it), drain: (cut) => drain?.(it, cut) })
    if (releasesEnd !== undefined) void releaseAll(releasesEnd - performance.now())
  }

  /** Drains everything side by side; what has not ended when `cut` aborts is reported and left. */
  async function drainAll(cut: AbortSignal): Promise<void> {
    const late = once(cut, 'abort').then(() => nextTurn(new Error('did not end in time')))
    const draining = owned.map(async ({ name, drain }) => {
      const drained = Promise.resolve(cut).then(drain)
      const err: unknown = await Promise.race([drained.then(() => undefined), late]).catch((error: unknown) => error)
      if (err) fail(`${name} was cut`, { name, err })
    })
    await Promise.all(draining)
  }

  /** Releases in reverse order of acquisition, one after the other; none that fails or hangs stops another. */
  async function releaseAll(withinMs: number): Promise<void> {
    const end = performance.now() + withinMs
    const begun: Promise<void>[] = []
    for (let it = owned.pop(); it; it = owned.pop()) {
      begun.push(releaseOne(it))
      const shareMs = Math.max(1, end - performance.now()) / (owned.length + 2) // of the time that is left
      await Promise.race([begun.at(-1), sleep(shareMs, undefined, { ref: false })])
      if (releasing.has(it)) fail(`${it.name} hangs in its release`, { name: it.name })
    }
    releasesEnd = end
    await Promise.all(begun)
  }

  async function releaseOne(it: (typeof owned)[number]): Promise<void> {
    const [{ name }, start] = [it, performance.now()]
    releasing.add(it)
    try {
      await it.release()
      tell('released', { name, took: Math.round(performance.now() - start) })
    } catch (err) {
      fail(`${name} was not released`, { name, err })
    }
    releasing.delete(it)
  }

  return { own, adopt, drainAll, releaseAll, releasing: () => Array.from(releasing, ({ name }) => name) }
}
