import { closeSync, openSync, rmSync, statSync } from 'node:fs'
import { CannotRun } from '../cannot-run.ts'

const TRY_EVERY_MS = 20
const TRY_FOR_MS = 10_000
/** Nobody holds it for so long: who held it was killed. */
const LEFT_BEHIND_MS = 5_000

/**
 * Runs while no other program that asks for the same lock does.
 * @throws {CannotRun} when another one holds it for more than ten seconds
 */
export function withLock<Result>(path: string, run: () => Result): Result {
  const lock = `${path}.lock`
  take(lock)
  try {
    return run()
  } finally {
    rmSync(lock, { force: true })
  }
}

function take(lock: string): void {
  const until = Date.now() + TRY_FOR_MS
  for (;;) {
    if (Date.now() > until) throw new CannotRun(`Another run holds ${lock}: remove it if there is none.`)
    try {
      closeSync(openSync(lock, 'wx'))
      return
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
    const { mtimeMs = Infinity } = statSync(lock, { throwIfNoEntry: false }) ?? {}
    if (Date.now() - mtimeMs > LEFT_BEHIND_MS) rmSync(lock, { force: true })
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, TRY_EVERY_MS)
  }
}
