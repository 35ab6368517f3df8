import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { suite, test } from 'node:test'
import { findRow, unreachable } from './database.ts'
import { answerOf, beginPayment, startService } from './service.ts'

suite('shutdown', { skip: unreachable ?? false }, () => {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    test(`a payment that is in flight when ${signal} comes is completed, once`, async () => {
      const service = await startService()
      const key = randomUUID()
      const payment = await beginPayment(service, key)

      service.process.kill(signal)
      await service.line(({ step }) => step === 'draining')
      payment.end(JSON.stringify({ order: key, amount: 4200, currency: 'EUR' }))
      const { response, body } = await answerOf(payment)
      const answeredAt = performance.now()
      const { exitCode } = await service.ended

      assert.equal(response.statusCode, 201)
      assert.equal(response.headers.connection, 'close')
      assert.deepEqual(await findRow(key), body)
      assert.equal(exitCode, 0)
      // Nothing is left to wait for: the limit is generous for a busy machine, and far from any timeout.
      assert.ok(performance.now() - answeredAt < 2_000, 'ends when its work is done')

      const released = service.lines.filter(({ step }) => step === 'released').map(({ name }) => name)
      assert.equal(released[0], 'http', 'the server is drained before anything that its requests need')
      assert.deepEqual(service.lines.at(-1)?.step, 'stopped')
    })
  }
})
