import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'

/** How the resources that the tests add to a service misbehave, told by its environment. */
const { PROBE_FAILS, PROBE_HANGS, PROBE_LEAKS, PROBE_STARTS } = process.env

/** A resource whose acquisition takes as long as the test wants: for ever, or until the signal has come. */
export async function acquireProbe(name: string): Promise<object> {
  console.log(JSON.stringify({ level: 'info', msg: `acquiring ${name}` }))
  if (PROBE_STARTS === 'never') await sleep(100_000)
  if (PROBE_STARTS === 'after the signal') await once(process, 'SIGTERM')
  return {}
}

export async function releaseProbe(name: string): Promise<void> {
  if (PROBE_FAILS === name) throw new Error(`${name} is broken`)
  if (PROBE_HANGS === name) await new Promise(() => undefined)
  if (PROBE_LEAKS === name) setInterval(() => undefined, 60_000)
}

/** Half a second in which the process reads nothing and comes to no timer, as while it hashes a password in one go. */
export function keepBusy(): void {
  console.log(JSON.stringify({ level: 'info', msg: 'busy' }))
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500)
}
