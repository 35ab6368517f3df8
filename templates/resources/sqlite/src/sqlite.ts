import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'

/** How long to wait for another process that writes, in ms. */
const BUSY_TIMEOUT_MS = 5_000
/** https://sqlite.org/rescode.html#busy */
const SQLITE_BUSY = 5

/** Opens a database file, or makes it and its folder; `:memory:` is one that ends with the process. */
export function openSqlite(path: string): DatabaseSync {
  mkdirSync(dirname(path), { recursive: true })
  const sqlite = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS })
  // Readers don't wait for the writer, and what was committed survives a power cut: https://sqlite.org/wal.html
  sqlite.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
  sqlite.exec('PRAGMA busy_timeout = 10') // ms; longer waits are inTransaction()'s: SQLite's own stop the event loop
  return sqlite
}

/**
 * Commits what `work` did, or rolls it back if it throws. It is one synchronous call, in the middle of which nothing
 * comes; if another process writes, it is tried again, for 5 s at most, and the service goes on meanwhile.
 */
export async function inTransaction<T>(sqlite: DatabaseSync, work: () => T): Promise<T> {
  const giveUpAt = performance.now() + BUSY_TIMEOUT_MS
  for (;;) {
    try {
      return transact(sqlite, work)
    } catch (error) {
      if (!isBusy(error) || performance.now() > giveUpAt) throw error
    }
    await sleep(1 + Math.random() * 9) // of several that wait, one is first
  }
}

function transact<T>(sqlite: DatabaseSync, work: () => T): T {
  sqlite.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    sqlite.exec('COMMIT')
    return result
  } catch (error) {
    if (sqlite.isTransaction) sqlite.exec('ROLLBACK')
    throw error
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY
}
