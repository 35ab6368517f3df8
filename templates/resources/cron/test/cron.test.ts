import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { unreachable } from './database.ts'
import { startService } from './service.ts'

suite('cron', { skip: unreachable ?? false }, () => {
  test('payments and balance are reconciled, and no run starts after the signal', async () => {
    const service = await startService({ RECONCILE_CRON: '* * * * * *' })
    await service.line(({ msg }) => msg === 'reconciliation: payments and balance agree')

    service.process.kill('SIGTERM')
    assert.equal((await service.ended).exitCode, 0)
    const steps = service.lines.map(({ step, msg }) => step ?? msg)
    assert.ok(steps.lastIndexOf('reconciliation: payments and balance agree') < steps.indexOf('released'))
  })
})
