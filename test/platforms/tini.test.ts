import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { answerOf, beginPayment, paymentOf } from '../contract/client.ts'
import { scaffold } from '../scaffold.ts'
import { launchedBy } from './launched-by.ts'

// What `docker run --init` and Compose's `init: true` put before the service.
const missing = spawnSync('tini', ['--version']).error
const skipped = missing ? ` (skipped: ${missing.message})` : ''

test.for(['SIGTERM', 'SIGINT'] as const)(
  `a payment in flight is answered when tini passes %s on${skipped}`,
  { skip: skipped !== '' },
  async (signal) => {
    const service = launchedBy({ folder: scaffold(), command: ['tini', '--', process.execPath, 'src/main.ts'] })
    const payment = await beginPayment(await service.port, 'order-1')

    service.child.kill(signal)
    await service.stopping
    payment.end(paymentOf('order-1'))

    expect(await answerOf(payment)).toMatchObject({ status: 201, connection: 'close' })
    expect(await service.ended).toEqual({ exitCode: 0, signal: null })
    expect(service.lines.at(-1)).toMatchObject({ step: 'stopped', exitCode: 0, failures: [] })
  },
)
