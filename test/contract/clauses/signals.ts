import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { launch, start } from '../../service-process.ts'
import { answerOf, beginPayment, knock, paymentOf, send } from '../client.ts'

/** Clauses 1, 9 and 10: which signals are heard, when, and what a second one does. */
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

  test('a signal during the start calls it off: what was acquired is released, nothing listens, exit code 0', async () => {
    const service = launch(folder(), { PROBE_STARTS: 'never' })
    await service.line(({ msg }) => msg === 'acquiring first')
    service.child.kill('SIGTERM')
    expect(await service.ended).toMatchObject({ exitCode: 0, signal: null })
    expect(service.released().at(-1)).toBe('sqlite')
    expect(service.released()).not.toContain('first')
    expect(service.lines.some(({ address }) => address !== undefined)).toBe(false)
  })

  test('an acquisition that ends just after the signal is released too', async () => {
    const service = launch(folder(), { PROBE_STARTS: 'after the signal' })
    await service.line(({ msg }) => msg === 'acquiring first')
    service.child.kill('SIGTERM')
    expect(await service.ended).toMatchObject({ exitCode: 0 })
    expect(service.released()).toContain('first')
    expect(service.released()).not.toContain('second')
  })

  test('SIGTERM in the first 100 ms of the process leaves nothing behind', async () => {
    for (const afterMs of [5, 20, 35, 50, 65, 80, 95]) {
      const service = launch(folder())
      await new Promise((resolve) => service.child.once('spawn', resolve))
      await sleep(afterMs)
      service.child.kill('SIGTERM')
      const ending = await service.ended
      // Before Node has read the first line of the service, the kernel answers in its place; nothing is open by then.
      const isCalledOff = ending.exitCode === 0 && service.lines.at(-1)?.step === 'stopped'
      const isTooEarly = ending.signal === 'SIGTERM' && service.lines.length === 0
      expect(isCalledOff || isTooEarly, `after ${afterMs} ms: ${JSON.stringify([ending, service.lines])}`).toBe(true)
    }
  })

  test('a start that fails releases what it has, and exits with 1', async () => {
    const service = await start(folder())
    const second = launch(folder(), { PORT: String(service.port) })
    expect(await second.ended).toMatchObject({ exitCode: 1 })
    expect(second.released().slice(0, 2)).toEqual(['second', 'first'])
    expect(second.released().at(-1)).toBe('sqlite')
    expect(JSON.stringify(second.lines)).toContain('EADDRINUSE')
    expect(await knock(service.port)).toBe('accepted')
    await service.signal('SIGTERM')
    await service.ended
  })
}
