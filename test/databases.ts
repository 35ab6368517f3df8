import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Client } from 'pg'
import type { Paid } from './rolling/clients.ts'

export interface Database {
  /** What the service is told, so that it keeps its payments here. */
  readonly env: Readonly<Record<string, string>>
  /** Reads past the service what it has kept: payments by their key, balances by their currency. */
  readonly read: () => Promise<Books>
  readonly drop: () => Promise<void>
}

interface Books {
  readonly payments: ReadonlyMap<string, Paid>
  readonly balances: Readonly<Record<string, number>>
}

interface Kind {
  readonly id: string
  /** Why it can't be used here, if it can't. */
  readonly unreachable: string | undefined
  /** An empty one that nobody else uses. */
  readonly create: () => Promise<Database>
}

const PAYMENTS = 'SELECT key, amount, currency FROM payments'
const BALANCES = 'SELECT currency, amount FROM balances'
const POSTGRES_URL = process.env.POSTGRES_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres'

export const databases: readonly Kind[] = [
  { id: 'sqlite', unreachable: undefined, create: createSqlite },
  { id: 'postgres', unreachable: await whyUnreachable(POSTGRES_URL), create: createPostgres },
]

interface PaymentRow {
  readonly key: string
  readonly currency: string
  /** PostgreSQL's bigint comes as text. */
  readonly amount: number | string
}
type BalanceRow = Omit<PaymentRow, 'key'>

/** One file in a folder of its own. */
export async function createSqlite(): Promise<Database> {
  const folder = await mkdtemp(join(tmpdir(), 'payments-'))
  const file = join(folder, 'payments.sqlite')
  return {
    env: { SQLITE_PATH: file },
    read() {
      const sqlite = new DatabaseSync(file, { timeout: 5_000 })
      const payments = sqlite.prepare(PAYMENTS).all() as unknown as PaymentRow[]
      const balances = sqlite.prepare(BALANCES).all() as unknown as BalanceRow[]
      sqlite.close()
      return Promise.resolve(toBooks(payments, balances))
    },
    drop: () => rm(folder, { recursive: true }),
  }
}

async function createPostgres(): Promise<Database> {
  const name = `payments_${randomBytes(6).toString('hex')}`
  const url = new URL(POSTGRES_URL)
  url.pathname = name
  await ask(POSTGRES_URL, (client) => client.query(`CREATE DATABASE ${name}`))
  return {
    env: { POSTGRES_URL: url.href },
    read: () =>
      ask(url.href, async (client) => {
        const { rows: payments } = await client.query<PaymentRow>(PAYMENTS)
        const { rows: balances } = await client.query<BalanceRow>(BALANCES)
        return toBooks(payments, balances)
      }),
    async drop() {
      await ask(POSTGRES_URL, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`))
    },
  }
}

async function ask<T>(url: string, question: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
  try {
    await client.connect()
    return await question(client)
  } finally {
    await client.end()
  }
}

async function whyUnreachable(url: string): Promise<string | undefined> {
  try {
    await ask(url, (client) => client.query('SELECT 1'))
    return undefined
  } catch (error) {
    return `no PostgreSQL at ${new URL(url).host}: ${String(error)}`
  }
}

function toBooks(payments: readonly PaymentRow[], balances: readonly BalanceRow[]): Books {
  return {
    payments: new Map(payments.map(({ key, amount, currency }) => [key, { amount: Number(amount), currency }])),
    balances: Object.fromEntries(balances.map(({ currency, amount }) => [currency, Number(amount)])),
  }
}

/** What the balances must be, if these payments are all there are. */
export function sumUp(payments: ReadonlyMap<string, Paid>): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const { currency, amount } of payments.values()) sums[currency] = (sums[currency] ?? 0) + amount
  return sums
}
