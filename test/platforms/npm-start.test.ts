import { spawnSync } from 'node:child_process'
import { delimiter, dirname } from 'node:path'
import { expect, test } from 'vitest'
import { answerOf, beginPayment, paymentOf } from '../contract/client.ts'
import { scaffold } from '../scaffold.ts'
import { killGroup, launchedBy } from './launched-by.ts'

// The service's own Node, as `npm start` finds it in a real install.
const PATH = [dirname(process.execPath), process.env.PATH].join(delimiter)

// npm, its shell and the service hear it at once, and npm hands it on: the service hears it twice within milliseconds.
test('Ctrl-C on npm start: a payment in flight is answered, and npm ends with 0', async () => {
  const service = launchedBy({ folder: scaffold(), command: ['npm', 'start'], env: { PATH } })
  const payment = await beginPayment(await service.port, 'order-1')

  killGroup(service.child, 'SIGINT')
  await service.stopping
  payment.end(paymentOf('order-1'))

  expect(await answerOf(payment)).toMatchObject({ status: 201, connection: 'close' })
  expect(await service.ended).toEqual({ exitCode: 0, signal: null })
  expect(service.lines.at(-1)).toMatchObject({ step: 'stopped', exitCode: 0, failures: [] })
})

// `script` gives it a terminal, and types what it reads: the kernel makes the signal out of the key. `exec`: a shell that
// stays in between, as dash does, dies of the key.
const missing = spawnSync('script', ['--version']).error
const skipped = missing ? ` (skipped: ${missing.message})` : ''

test(`Ctrl-C typed at a terminal does the same${skipped}`, { skip: skipped !== '' }, async () => {
  const command = ['script', '--quiet', '--return', '--command', 'exec npm start', '/dev/null'] as const
  const service = launchedBy({ folder: scaffold(), command, env: { PATH } })
  const payment = await beginPayment(await service.port, 'order-1')

  service.child.stdin?.write('\x03')
  await service.stopping
  payment.end(paymentOf('order-1'))

  expect(await answerOf(payment)).toMatchObject({ status: 201, connection: 'close' })
  expect(await service.ended).toEqual({ exitCode: 0, signal: null })
  expect(service.lines.at(-1)).toMatchObject({ step: 'stopped', exitCode: 0, failures: [] })
})
