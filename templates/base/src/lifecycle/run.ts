import { once } from 'node:events'
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'
import type { Own } from './owner.ts'
import './signals.ts'
import { createStop, type StopOptions } from './stop-sequence.ts'
import { stop, stopping } from './stopping.ts'

const ACQUIRING_MS = 250 // how long a stop during the start waits for the acquisition that is under way

/**
 * Starts a service; when it is asked to stop, running work finishes, and what `start` acquired with `own` is released in
 * reverse order. Exit code 0 if all of it went well, 1 if anything was cut, failed, hung, or was caught by nobody.
 */
export async function run(
  options: StopOptions,
  start: (own: Own, stopping: AbortSignal) => Promise<void>,
): Promise<void> {
  const { own, fail, hearUncaught, end } = createStop(options)
  for (const each of ['uncaughtException', 'unhandledRejection'] as const) hearUncaught(each)
  const asked = stopping.aborted ? Promise.resolve() : once(stopping, 'abort')
  const alive = setInterval(() => undefined, 2 ** 30) // a service without a listener, too, runs until it is asked to stop
  const [isStarted] = await Promise.all([startUp(), asked]).finally(() => clearInterval(alive))
  await end(isStarted)

  async function startUp(): Promise<boolean> {
    try {
      await nextTurn() // a signal that came while the modules were loading is heard here
      stopping.throwIfAborted()
      const starting = start(own, stopping)
      await Promise.race([starting, asked])
      if (stopping.aborted) await Promise.race([starting.catch(() => undefined), sleep(ACQUIRING_MS)])
      else process.send?.('ready') // https://pm2.keymetrics.io/docs/usage/signals-clean-restart/
    } catch (err) {
      if (!stopping.aborted) fail('start failed', { err })
      stop('start failed')
    }
    return !stopping.aborted
  }
}
