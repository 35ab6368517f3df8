import { createLedger } from '../src/ledger.ts'
import type { Receipt } from '../src/payments.ts'
import { openPostgres } from '../src/postgres.ts'

/** Where the service under test keeps its payments, and why it can't run there, if it can't. */
export const env = {
  POSTGRES_URL: process.env['POSTGRES_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres',
}
export const unreachable = await openPostgres(env.POSTGRES_URL).then(
  async (pool) => {
    await pool.end()
    return undefined
  },
  (error: unknown) => `no PostgreSQL at ${new URL(env.POSTGRES_URL).host}: ${String(error)}`,
)

/** Reads the row of a payment, past the service. */
export async function findRow(key: string): Promise<Receipt | undefined> {
  const pool = await openPostgres(env.POSTGRES_URL)
  try {
    return await (await createLedger(pool)).find(key)
  } finally {
    await pool.end()
  }
}
