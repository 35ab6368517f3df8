import type { DatabaseSync } from 'node:sqlite'
import type { Ledger, Payment, Receipt } from './payments.ts'
import { inTransaction } from './sqlite.ts'

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS payments (
    key TEXT PRIMARY KEY, order_id TEXT NOT NULL UNIQUE,
    amount INTEGER NOT NULL, currency TEXT NOT NULL, paid_at TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS balances (currency TEXT PRIMARY KEY, amount INTEGER NOT NULL) STRICT;
`
const RECEIPT = 'key, order_id AS "order", amount, currency, paid_at AS "paidAt"'

/** The payments in SQLite. */
export async function createLedger(sqlite: DatabaseSync): Promise<Ledger> {
  await inTransaction(sqlite, () => sqlite.exec(SCHEMA))
  const insert = sqlite.prepare(
    `INSERT INTO payments (key, order_id, amount, currency, paid_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING RETURNING ${RECEIPT}`,
  )
  const credit = sqlite.prepare(
    `INSERT INTO balances (currency, amount) VALUES (?, ?)
     ON CONFLICT (currency) DO UPDATE SET amount = amount + excluded.amount`,
  )
  const findSame = sqlite.prepare(`SELECT ${RECEIPT} FROM payments WHERE key = ? OR order_id = ? ORDER BY key <> ?`)
  const find = sqlite.prepare(`SELECT ${RECEIPT} FROM payments WHERE key = ?`)
  const totals = sqlite.prepare(
    `SELECT currency, balances.amount AS balance, coalesce(sum(payments.amount), 0) AS paid
     FROM balances LEFT JOIN payments USING (currency) GROUP BY currency`,
  )

  function record({ key, order, amount, currency }: Payment) {
    const created = insert.get(key, order, amount, currency, new Date().toISOString()) as Receipt | undefined
    if (created) credit.run(currency, amount)
    const receipt = created ?? (findSame.get(key, order, key) as unknown as Receipt)
    return { receipt: { ...receipt }, isNew: created !== undefined }
  }

  return {
    record: (payment) => inTransaction(sqlite, () => record(payment)),
    find(key) {
      const row = find.get(key) as Receipt | undefined
      return row && { ...row }
    },
    totals: () => totals.all() as { currency: string; paid: number; balance: number }[],
  }
}
