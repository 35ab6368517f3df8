import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLedger } from '../src/ledger.ts'
import type { Receipt } from '../src/payments.ts'
import { openSqlite } from '../src/sqlite.ts'

const folder = mkdtempSync(join(tmpdir(), 'payment-service-'))
process.once('exit', () => rmSync(folder, { recursive: true }))

/** Where the service under test keeps its payments, and why it can't run there, if it can't. */
export const env = { SQLITE_PATH: join(folder, 'payments.sqlite') }
export const unreachable: string | undefined = undefined

/** Reads the row of a payment, past the service. */
export async function findRow(key: string): Promise<Receipt | undefined> {
  using sqlite = openSqlite(env.SQLITE_PATH)
  return await (await createLedger(sqlite)).find(key)
}
