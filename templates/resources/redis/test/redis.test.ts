import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { suite, test } from 'node:test'
import { openRedis, PAYMENTS_CHANNEL } from '../src/redis.ts'
import { unreachable } from './database.ts'
import { answerOf, beginPayment, startService } from './service.ts'

const REDIS_URL = process.env['REDIS_URL'] ?? 'redis://127.0.0.1:6379'
const subscriber = await openRedis(REDIS_URL).catch(() => undefined)
const skip = unreachable ?? (subscriber ? false : `no Redis at ${new URL(REDIS_URL).host}`)

suite('redis', { skip }, () => {
  test('a payment that is in flight at the signal is still published', async () => {
    const key = randomUUID()
    const published = Promise.withResolvers<string>()
    await subscriber?.subscribe(PAYMENTS_CHANNEL, (message) => {
      if (message.includes(key)) published.resolve(message)
    })
    const service = await startService({ REDIS_URL })
    const payment = await beginPayment(service, key)

    service.process.kill('SIGTERM')
    await service.line(({ step }) => step === 'draining')
    payment.end(JSON.stringify({ order: key, amount: 4200, currency: 'EUR' }))
    const { body } = await answerOf(payment)

    assert.deepEqual(JSON.parse(await published.promise), body)
    assert.equal((await service.ended).exitCode, 0)
    const released = service.lines.filter(({ step }) => step === 'released').map(({ name }) => name ?? '')
    assert.ok(released.indexOf('http') < released.indexOf('redis'), 'redis is released after the requests that need it')
    await subscriber?.close()
  })
})
