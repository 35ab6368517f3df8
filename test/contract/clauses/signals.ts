import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { start } from '../../service-process.ts'
import { answerOf, beginPayment, paymentOf, send } from '../client.ts'

/** Clauses 1 and 9: which signals are heard, and what a second one does. */
export function describeSignals(folder: () => string): void {
  test.each(['SIGTERM', 'SIGINT'] as const)('%s ends an idle service with exit code 0', async (signal) => {
    const service = await start(folder())
    await service.signal(signal)
    const ending = await service.ended
    expect(ending).toMatchObject({ exitCode: 0, signal: null })
    expect(service.lines.at(-1)).toMatchObject({ step: 'stopped', exitCode: 0, failures: [] })
  })

  test.each(['SIGTERM', 'SIGINT'] as const)('%s a second time within 10 ms changes nothing', async (signal) => {
    const service = await start(folder())
    const payment = await beginPayment(service.port, 'twice')
    service.child.kill(signal)
    await sleep(8)
    service.child.kill(signal)
    await service.line(({ step }) => step === 'draining')
    payment.end(paymentOf('twice'))
    expect(await answerOf(payment)).toMatchObject({ status: 201, connection: 'close' })
    expect(await service.ended).toMatchObject({ exitCode: 0 })
  })

  test('an idle service, too, hears the same signal twice', async () => {
    for (const afterMs of [2, 8, 14, 20]) {
      const service = await start(folder())
      service.child.kill('SIGINT')
      await sleep(afterMs)
      service.child.kill('SIGINT')
      expect(await service.ended, `after ${afterMs} ms`).toMatchObject({ exitCode: 0, signal: null })
    }
  })

  // npm on a busy machine hands Ctrl-C on late.
  test('Node does not fall to a signal that comes while it takes itself down', async () => {
    for (const attempt of [1, 2, 3, 4, 5]) {
      const service = await start(folder())
      service.child.kill('SIGINT')
      await service.line(({ step }) => step === 'stopped')
      service.child.kill('SIGINT')
      expect(await service.ended, `attempt ${attempt}`).toMatchObject({ exitCode: 0, signal: null })
    }
  })

  test('SIGINT after SIGTERM within a second changes nothing', async () => {
    const service = await start(folder())
    const payment = await beginPayment(service.port, 'both')
    await service.signal('SIGTERM')
    service.child.kill('SIGINT')
    payment.end(paymentOf('both'))
    expect(await answerOf(payment)).toMatchObject({ status: 201 })
    expect(await service.ended).toMatchObject({ exitCode: 0 })
  })

  test('a person who presses Ctrl-C again after a second is not made to wait', async () => {
    const service = await start(folder())
    const hung = send(service.port, '/probe/hang')
    hung.on('error', () => undefined)
    await new Promise((resolve) => hung.once('finish', resolve))
    await service.signal('SIGINT')
    await sleep(1_000)
    service.child.kill('SIGINT')
    expect(await service.ended).toMatchObject({ exitCode: 130 })
  })
}
