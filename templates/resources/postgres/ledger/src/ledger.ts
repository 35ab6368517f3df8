import type { Pool, PoolClient } from 'pg'
import type { Ledger, Payment, Receipt } from './payments.ts'

// The lock: two instances that start at the same time would both make the tables. It ends with the statement's transaction.
const SCHEMA = `
  SELECT pg_advisory_xact_lock(hashtext('payment-service schema'));
  CREATE TABLE IF NOT EXISTS payments (
    key text PRIMARY KEY, order_id text NOT NULL UNIQUE,
    amount bigint NOT NULL, currency text NOT NULL, paid_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE TABLE IF NOT EXISTS balances (currency text PRIMARY KEY, amount bigint NOT NULL);
`
// pg reads a bigint as a string, because not all of them are safe integers; the payments' are.
const RECEIPT = `key, order_id AS "order", amount::float8 AS amount, currency, to_json(paid_at) #>> '{}' AS "paidAt"`

/** The payments in PostgreSQL. */
export async function createLedger(pool: Pool): Promise<Ledger> {
  await pool.query(SCHEMA)
  return {
    record: (payment) => inTransaction(pool, (client) => record(client, payment)),

    async find(key) {
      const { rows } = await pool.query<Receipt>(`SELECT ${RECEIPT} FROM payments WHERE key = $1`, [key])
      return rows[0]
    },

    async totals() {
      const { rows } = await pool.query<{ currency: string; paid: number; balance: number }>(
        `SELECT currency, balances.amount::float8 AS balance, coalesce(sum(payments.amount), 0)::float8 AS paid
         FROM balances LEFT JOIN payments USING (currency) GROUP BY currency, balances.amount`,
      )
      return rows
    },
  }
}

async function record(client: PoolClient, { key, order, amount, currency }: Payment) {
  const { rows: created } = await client.query<Receipt>(
    `INSERT INTO payments (key, order_id, amount, currency) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING RETURNING ${RECEIPT}`,
    [key, order, amount, currency],
  )
  if (created[0]) {
    await client.query(
      `INSERT INTO balances (currency, amount) VALUES ($1, $2)
       ON CONFLICT (currency) DO UPDATE SET amount = balances.amount + excluded.amount`,
      [currency, amount],
    )
    return { receipt: created[0], isNew: true }
  }
  const { rows: same } = await client.query<Receipt>(
    `SELECT ${RECEIPT} FROM payments WHERE key = $1 OR order_id = $2 ORDER BY key <> $1 LIMIT 1`,
    [key, order],
  )
  if (!same[0]) throw new Error(`Payment ${key} is neither new nor there`)
  return { receipt: same[0], isNew: false }
}

/** Commits what `work` did, or rolls it back if it throws; either way the client goes back to the pool. */
async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('BEGIN')
    const result = await work(client)
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client
      .query('ROLLBACK')
      .catch((reason: unknown) => (broken = new Error('ROLLBACK failed', { cause: reason })))
    throw error
  } finally {
    client.release(broken) // one whose transaction may be open is thrown away
  }
}
