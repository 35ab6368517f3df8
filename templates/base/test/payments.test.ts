import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, suite, test } from 'node:test'
import { findRow, unreachable } from './database.ts'
import { pay, startService, type Service } from './service.ts'

suite('payments', { skip: unreachable ?? false }, () => {
  let service: Service
  before(async () => {
    service = await startService()
  })
  after(async () => {
    service.process.kill('SIGTERM')
    await service.ended
  })

  test('a payment is answered with its receipt, which is in the database', async () => {
    const key = randomUUID()
    const { response, body } = await pay(service, key, { order: key, amount: 4200, currency: 'EUR' })
    assert.equal(response.statusCode, 201)
    assert.deepEqual(await findRow(key), body)
  })

  test('the same payment sent again is answered with the same receipt, and charged once', async () => {
    const key = randomUUID()
    const first = await pay(service, key, { order: key, amount: 4200, currency: 'EUR' })
    const again = await pay(service, key, { order: key, amount: 4200, currency: 'EUR' })
    assert.equal(again.response.statusCode, 200)
    assert.deepEqual(again.body, first.body)
  })

  test('two requests with one key at the same time are one payment', async () => {
    const key = randomUUID()
    const payment = { order: key, amount: 4200, currency: 'EUR' }
    const both = await Promise.all([pay(service, key, payment), pay(service, key, payment)])
    assert.deepEqual(both.map(({ response }) => response.statusCode).sort(), [200, 201])
  })

  test('an amount is kept to the last unit, however large it is', async () => {
    const key = randomUUID()
    const { body } = await pay(service, key, { order: key, amount: 2 ** 40 + 1, currency: 'IDR' })
    assert.partialDeepStrictEqual(body, { amount: 2 ** 40 + 1 })
    assert.deepEqual(await findRow(key), body)
  })

  test('an order is not paid twice under another key', async () => {
    const order = randomUUID()
    await pay(service, randomUUID(), { order, amount: 4200, currency: 'EUR' })
    const { response } = await pay(service, randomUUID(), { order, amount: 4200, currency: 'EUR' })
    assert.equal(response.statusCode, 409)
  })

  test('a key that was used for another payment is refused', async () => {
    const key = randomUUID()
    await pay(service, key, { order: key, amount: 4200, currency: 'EUR' })
    const { response } = await pay(service, key, { order: key, amount: 9900, currency: 'EUR' })
    assert.equal(response.statusCode, 422)
  })

  test('a body that is no payment is refused, with what is wrong', async () => {
    const { response, body } = await pay(service, randomUUID(), { order: 'A1', amount: -1, currency: 'euro' })
    assert.equal(response.statusCode, 400)
    assert.match(JSON.stringify(body), /amount.*currency/)
  })
})
