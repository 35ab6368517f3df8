import cluster from 'node:cluster'
import { once } from 'node:events'
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'
import { createOwner, type Own, type Report } from './owner.ts'
import { sinceStop, stop, stopping } from './signals.ts'

export interface StopOptions {
  readonly log: Record<'info' | 'error', (fields: object, message: string) => void> // writes at once, also at the exit
  /** The whole budget of a stop, in ms: after it the process exits with 1, whatever still runs. */
  readonly timeoutMs: number
  /** How long to go on serving after the signal, in ms, while readiness says no. Part of the budget. */
  readonly delayMs: number
}

const ACQUIRING_MS = 250 // how long a stop during the start waits for the acquisition that is under way
const LEAK_MS = 500 // how long the process may take to end by itself after the last release

/**
 * Starts a service; when it is asked to stop, running work finishes, and what `start` acquired with `own` is released in
 * reverse order. Exit code 0 if all of it went well, 1 if anything was cut, failed, hung, or was caught by nobody.
 */
export async function run(
  { log, timeoutMs, delayMs }: StopOptions,
  start: (own: Own, stopping: AbortSignal) => Promise<void>,
): Promise<void> {
  const failures: string[] = []
  const tell: Report = (step, fields) => log.info({ step, ms: sinceStop(), ...fields }, step)
  const fail: Report = (what, fields) => {
    process.exitCode = 1
    failures.push(what)
    log.error({ step: 'failed', ms: sinceStop(), ...fields }, what)
  }
  for (const uncaught of ['uncaughtException', 'unhandledRejection']) {
    process.on(uncaught, (err: unknown) => {
      fail(uncaught, { err })
      stop(uncaught)
    })
  }
  const sumUp = (exitCode: number): void => {
    process.off('beforeExit', sumUp).off('exit', sumUp)
    tell('stopped', { exitCode, failures })
    // Node would end by itself now, nothing is open; but a signal kills it while it takes itself down, as a late one of npm's.
    process.once('beforeExit', () => process.exit())
    setImmediate(() => undefined) // in a turn of its own: PM2 writes its log in it
  }
  process.on('beforeExit', sumUp).on('exit', sumUp)
  const owner = createOwner(stopping, tell, fail)
  const asked = stopping.aborted ? Promise.resolve() : once(stopping, 'abort')
  const alive = setInterval(() => undefined, 2 ** 30) // a service without a listener, too, runs until it is asked to stop
  const [isStarted] = await Promise.all([startUp(), asked]).finally(() => clearInterval(alive))
  tell('signal', { reason: String(stopping.reason), timeoutMs, delayMs })
  // Ref'd until the releases are done: unref'd, a release that hangs with nothing open would end the process in silence.
  const budget = setTimeout(giveUp, timeoutMs - sinceStop(), 'out of time')
  if (isStarted) await sleep(delayMs)
  tell('draining')
  const drainMs = Math.ceil(Math.max(timeoutMs * 0.8, timeoutMs - 5_000)) - sinceStop()
  await owner.drain(AbortSignal.timeout(Math.max(drainMs, 0)))
  await owner.release(timeoutMs - sinceStop())
  clearTimeout(budget)
  if (cluster.worker) cluster.worker.disconnect()
  else process.channel?.unref() // and a worker gives back what its primary was just handing over
  if (!isStarted) process.exit() // what a start that was called off has under way besides is left behind
  setTimeout(giveUp, LEAK_MS, 'still open after the last release').unref()

  async function startUp(): Promise<boolean> {
    try {
      await nextTurn() // a signal that came while the modules were loading is heard here
      stopping.throwIfAborted()
      const starting = start(owner.own, stopping)
      await Promise.race([starting, asked])
      if (stopping.aborted) await Promise.race([starting.catch(() => undefined), sleep(ACQUIRING_MS)])
      else process.send?.('ready') // https://pm2.keymetrics.io/docs/usage/signals-clean-restart/
    } catch (err) {
      if (!stopping.aborted) fail('start failed', { err })
      stop('start failed')
    }
    return !stopping.aborted
  }

  function giveUp(what: string): void {
    fail(what, { releasing: [...owner.releasing], open: process.getActiveResourcesInfo() })
    process.exit()
  }
}
