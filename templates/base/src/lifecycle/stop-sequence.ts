import cluster from 'node:cluster'
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

const upTo = (ms: number, begin: (ok: () => void) => void) => Promise.race([new Promise<void>(begin), sleep(ms)])

/** The steps in which a process lets go of what it owns, and ends. */
export function createStop({ log, timeoutMs, delayMs }: StopOptions) {
  const failures: string[] = []
  let lettingGo: Promise<void> | undefined
  let leaking: NodeJS.Timeout | undefined
  const tell: Report = (step, fields) => log.info({ step, ms: sinceStop(), ...fields }, step)
  const fail: Report = (what, fields) => {
    process.exitCode = 1
    failures.push(what)
    log.error({ step: 'failed', ms: sinceStop(), ...fields }, what)
  }
  const sumUp = (): void => tell('stopped', { exitCode: Number(process.exitCode ?? 0), failures })
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
    process.once('beforeExit', () => void exit()).on('exit', sumUp) // Node's own end can be killed by a late signal
    tell('signal', { reason: String(stopping.reason), timeoutMs, delayMs })
    const budget = setTimeout(giveUp, timeoutMs - sinceStop(), 'out of time') // ref'd: a hang must not end in silence
    if (isStarted) await sleep(delayMs)
    tell('draining')
    const drainMs = Math.ceil(Math.max(timeoutMs * 0.8, timeoutMs - 5_000)) - sinceStop()
    await drainAll(AbortSignal.timeout(Math.max(drainMs, 0)))
    await releaseAll(timeoutMs - sinceStop())
    clearTimeout(budget)
  }

  /** Ends the process: by itself, or naming what is still open. */
  async function end(isStarted = true): Promise<void> {
    await letGo(isStarted)
    ;(process as Process).channel?.unref()
    if (!isStarted) await exit() // what a start that was called off has under way besides is left behind
    leaking = setTimeout(giveUp, LEAK_MS, 'still open after the last release').unref()
  }

  function giveUp(what: string): void {
    fail(what, { releasing: releasing(), open: (process as Process).getActiveResourcesInfo() })
    void exit()
  }

  async function exit(): Promise<void> {
    clearTimeout(leaking)
    process.off('exit', sumUp)
    sumUp()
    await upTo(100, (ok) => process.stdout.write('', ok)) // PM2 takes its time to write the lines before
    const { worker } = cluster // it gives back what its primary, busy or not, was just handing over
    if (worker?.isConnected()) await upTo(timeoutMs - sinceStop(), (ok) => worker.once('disconnect', ok).disconnect())
    process.exit() // at once: PM2's own timer exits with 1 where it finds the channel closed
  }

  return { own, adopt, fail, hearUncaught, letGo, end }
}
