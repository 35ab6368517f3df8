import { Pool } from 'pg'
import { log } from './log.ts'

const CONNECT_TIMEOUT_MS = 5_000

/** A pool that has reached its server once. Rejects if there is none. */
export async function openPostgres(url: string): Promise<Pool> {
  const pool = new Pool({ connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT_MS })
  // The server may end a connection that is idle; the pool makes another. https://node-postgres.com/apis/pool#error
  pool.on('error', (error) => log.warn({ err: error }, 'postgres: lost an idle connection'))
  try {
    await pool.query('SELECT 1')
    return pool
  } catch (error) {
    await pool.end()
    throw error
  }
}
