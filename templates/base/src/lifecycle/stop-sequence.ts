import cluster from 'node:cluster'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { createOwner, type Report } from './owner.ts'
import { sinceStop, stop, stopping } from './stopping.ts'

export interface StopOptions {
  readonly log: Record<'info' | 'error', (fields: object, message: string) => void> // writes at once, also at the exit
  readonly timeoutMs: number // the whole budget of a stop: after it the process exits with 1, whatever still runs
  readonly delayMs: number // how long to go on serving after the signal, while readiness says no; part of the budget
}

type Process = NodeJS.Process & { channel?: { unref(): void }; getActiveResourcesInfo(): string[] } // new in @types/node

const LEAK_MS = 500 // how long the process may take to end by itself after the last release

/** The steps in which a process lets go of what it owns, and ends. */
export function createStop({ log, timeoutMs, delayMs }: StopOptions) {
  const failures: string[] = []
  let lettingGo: Promise<void> | undefined
  const tell: Report = (step, fields) => log.info({ step, ms: sinceStop(), ...fields }, step)
  const fail: Report = (what, fields) => {
    process.exitCode = 1
    failures.push(what)
    log.error({ step: 'failed', ms: sinceStop(), ...fields }, what)
  }
  const { own, adopt, drainAll, releaseAll, releasing } = createOwner(tell, fail)

  /** Takes the same path when something is caught by nobody. */
  function hearUncaught(uncaught: 'uncaughtException' | 'unhandledRejection'): void {
    process.on(uncaught, (err: unknown) => {
      fail(uncaught, { err })
      stop(uncaught)
    })
  }

  /** Drains, then releases. Whoever asks again waits for the first. */
  const letGo = (isStarted = true): Promise<void> => (lettingGo ??= drainAndRelease(isStarted))

  async function drainAndRelease(isStarted: boolean): Promise<void> {
    process.on('beforeExit', exit).on('exit', sumUp) // Node's own end takes a moment, in which a late signal kills
    tell('signal', { reason: String(stopping.reason), timeoutMs, delayMs })
    const budget = setTimeout(giveUp, timeoutMs - sinceStop(), 'out of time') // ref'd: a hang must not end in silence
    if (isStarted) await sleep(delayMs)
    tell('draining')
    const drainMs = Math.ceil(Math.max(timeoutMs * 0.8, timeoutMs - 5_000)) - sinceStop()
    await drainAll(AbortSignal.timeout(Math.max(drainMs, 0)))
    await releaseAll(timeoutMs - sinceStop())
    budget.unref() // what comes now is nearly nothing, but a busy primary may keep a worker waiting
  }

  /** Ends the process: by itself, or naming what is still open. */
  async function end(isStarted = true): Promise<void> {
    await letGo(isStarted)
    cluster.worker?.disconnect()
    if (cluster.worker?.isConnected()) await once(cluster.worker, 'disconnect')
    else (process as Process).channel?.unref() // and a worker gives back what its primary, busy or not, was handing over
    if (!isStarted) exit() // what a start that was called off has under way besides is left behind
    setTimeout(giveUp, LEAK_MS, 'still open after the last release').unref()
  }

  function giveUp(what: string): void {
    fail(what, { releasing: releasing(), open: (process as Process).getActiveResourcesInfo() })
    exit()
  }

  function exit(): void {
    sumUp(Number(process.exitCode ?? 0))
    process.stdout.write('', () => process.exit()) // once the lines before are written: PM2 takes its time
    setTimeout(() => process.exit(), 100)
  }

  function sumUp(exitCode: number): void {
    process.off('beforeExit', exit).off('exit', sumUp)
    tell('stopped', { exitCode, failures })
  }

  return { own, adopt, fail, hearUncaught, letGo, end }
}
