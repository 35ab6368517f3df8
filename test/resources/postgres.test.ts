import { Client } from 'pg'
import { describe, expect, test } from 'vitest'
import { answerOf, beginPayment, paymentOf, until } from '../contract/client.ts'
import { databases } from '../databases.ts'
import { scaffold } from '../scaffold.ts'
import { launch, start } from '../service-process.ts'

const postgres = databases.find(({ id }) => id === 'postgres')
const unreachable = postgres ? postgres.unreachable : 'there is none'

/** A database of the test's own, gone afterwards, and a client that holds locks in it. */
async function withDatabase(work: (url: string, client: Client) => Promise<void>): Promise<void> {
  const database = await postgres?.create()
  const connectionString = database?.env.POSTGRES_URL ?? ''
  const client = new Client({ connectionString })
  try {
    await client.connect()
    await work(connectionString, client)
  } finally {
    await client.end()
    await database?.drop()
  }
}

/** Resolves when a transaction of the service waits for the lock that the test holds. */
async function untilBlocked(client: Client): Promise<void> {
  await until(async () => {
    const { rows } = await client.query("SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
    return rows.length > 0
  })
}

const keysIn = async (client: Client, table: 'payments' | 'balances'): Promise<number> =>
  (await client.query(`SELECT 1 FROM ${table}`)).rowCount ?? 0

describe.skipIf(unreachable)(`a service on PostgreSQL${unreachable ? ` (skipped: ${unreachable})` : ''}`, () => {
  const folder = unreachable ? '' : scaffold({ resources: ['postgres', 'cron'] })

  test('a transaction that is open when the signal comes is committed before the pool closes', async () => {
    await withDatabase(async (POSTGRES_URL, client) => {
      const service = await start(folder, { POSTGRES_URL })
      await client.query('BEGIN; LOCK TABLE balances')
      const payment = await beginPayment(service.port, 'held')
      payment.end(paymentOf('held'))
      await untilBlocked(client)
      await service.signal('SIGTERM')
      await service.line(({ step }) => step === 'draining')
      expect(service.released()).toEqual([])
      await client.query('COMMIT')

      expect(await answerOf(payment)).toMatchObject({ status: 201, connection: 'close' })
      expect(await service.ended).toMatchObject({ exitCode: 0 })
      expect(service.released()).toEqual(['http', 'cron', 'postgres'])
      expect([await keysIn(client, 'payments'), await keysIn(client, 'balances')]).toEqual([1, 1])
    })
  })

  test('a transaction that does not end in time is rolled back, and the client was told nothing', async () => {
    await withDatabase(async (POSTGRES_URL, client) => {
      const service = await start(folder, { POSTGRES_URL, SHUTDOWN_TIMEOUT_MS: '1000' })
      await client.query('BEGIN; LOCK TABLE balances')
      const payment = await beginPayment(service.port, 'stuck')
      const answer = answerOf(payment)
      payment.end(paymentOf('stuck'))
      await untilBlocked(client)
      await service.signal('SIGTERM')
      await expect(answer).rejects.toThrow()
      expect(await service.ended).toMatchObject({ exitCode: 1 })
      await client.query('COMMIT')
      expect([await keysIn(client, 'payments'), await keysIn(client, 'balances')]).toEqual([0, 0])
    })
  })

  test('a job that runs when the signal comes is awaited before the pool closes', async () => {
    await withDatabase(async (POSTGRES_URL, client) => {
      const service = await start(folder, { POSTGRES_URL, RECONCILE_CRON: '* * * * * *' })
      await client.query('BEGIN; LOCK TABLE balances')
      await untilBlocked(client)
      await service.signal('SIGTERM')
      await service.line(({ step }) => step === 'draining')
      await client.query('COMMIT')
      expect(await service.ended).toMatchObject({ exitCode: 0 })
      const told = service.lines.map(({ step, name, msg }) => (step === 'released' ? `released ${String(name)}` : msg))
      expect(told.lastIndexOf('reconciliation: payments and balance agree')).toBeGreaterThan(told.indexOf('draining'))
      expect(told.indexOf('released postgres')).toBeGreaterThan(told.indexOf('released cron'))
    })
  })

  test('two instances that start at the same moment make the tables once', async () => {
    await withDatabase(async (POSTGRES_URL) => {
      const services = await Promise.all([1, 2, 3].map(() => start(folder, { POSTGRES_URL })))
      for (const service of services) await service.signal('SIGTERM')
      for (const { ended } of services) expect(await ended).toMatchObject({ exitCode: 0 })
    })
  })

  test('a start without a database fails with exit code 1', async () => {
    const service = launch(folder, { POSTGRES_URL: 'postgres://postgres@127.0.0.1:1/none' })
    expect(await service.ended).toMatchObject({ exitCode: 1 })
    expect(service.lines.find(({ msg }) => msg === 'start failed')?.err?.message).toContain('ECONNREFUSED')
  })
})
