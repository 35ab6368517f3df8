import { DatabaseSync } from 'node:sqlite'
import { beforeAll, describe, expect, test } from 'vitest'
import { answerOf, beginPayment, get, paymentOf } from '../contract/client.ts'
import { createSqlite, type Database } from '../databases.ts'
import { scaffold } from '../scaffold.ts'
import { start } from '../service-process.ts'

describe('a service on SQLite', () => {
  let folder = ''
  beforeAll(() => {
    folder = scaffold({ framework: 'express' })
  })

  async function withDatabase(work: (database: Database, file: string) => Promise<void>): Promise<void> {
    const database = await createSqlite()
    try {
      await work(database, database.env.SQLITE_PATH ?? '')
    } finally {
      await database.drop()
    }
  }

  test('a payment waits for another process that writes, and the service goes on meanwhile', async () => {
    await withDatabase(async (database, file) => {
      const service = await start(folder, database.env)
      using writer = new DatabaseSync(file)
      writer.exec('BEGIN IMMEDIATE')
      const payment = await beginPayment(service.port, 'waits')
      const answer = answerOf(payment)
      payment.end(paymentOf('waits'))
      // Were the event loop to wait for the lock, none of these would come before the payment's time is up.
      for (let asked = 0; asked < 5; asked++)
        expect(await get(service.port, '/health/live')).toMatchObject({ status: 200 })
      await service.signal('SIGTERM')
      await service.line(({ step }) => step === 'draining')
      writer.exec('COMMIT')
      expect(await answer).toMatchObject({ status: 201, connection: 'close' })
      expect(await service.ended).toMatchObject({ exitCode: 0 })
      expect((await database.read()).payments.size).toBe(1)
    })
  })

  test('a file that another process keeps locked for longer than 5 s costs the payment, not the service', async () => {
    await withDatabase(async (database, file) => {
      const service = await start(folder, database.env)
      using writer = new DatabaseSync(file)
      writer.exec('BEGIN IMMEDIATE')
      const payment = await beginPayment(service.port, 'stuck')
      payment.end(paymentOf('stuck'))
      expect(await answerOf(payment)).toMatchObject({ status: 500 })
      writer.exec('COMMIT')
      await service.signal('SIGTERM')
      expect(await service.ended).toMatchObject({ exitCode: 0 })
      expect((await database.read()).payments.size).toBe(0)
    })
  })
})
