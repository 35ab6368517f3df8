import { createHash } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CannotRun } from '../cannot-run.ts'
import { onInterruption } from '../interruption.ts'

/**
 * Does something that no other run may do to the same folders at the same time.
 * @throws {CannotRun} when another run is at it
 */
export async function withLock<T>(roots: readonly string[], work: () => T | Promise<T>): Promise<T> {
  const locks: string[] = []
  const unlock = (): void => {
    for (const each of locks) rmSync(each, { force: true })
  }
  const forget = onInterruption(unlock)
  try {
    for (const root of [...roots].sort()) locks.push(lock(root))
    return await work()
  } finally {
    unlock()
    forget()
  }
}

/** The file that says which process writes to a folder. */
export function lockOf(root: string): string {
  const name = createHash('sha256').update(root).digest('hex').slice(0, 16)
  return join(tmpdir(), `graceful-codemod-${name}.lock`)
}

function lock(root: string): string {
  const path = lockOf(root)
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    if (isAlive(path)) throw new CannotRun(`Another run writes to ${root}: wait for it, or remove ${path}.`)
    // Its process is gone, and could not take it away.
    rmSync(path, { force: true })
    writeFileSync(path, String(process.pid), { flag: 'wx' })
  }
  return path
}

function isAlive(path: string): boolean {
  try {
    process.kill(Number(readFileSync(path, 'utf8')), 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
