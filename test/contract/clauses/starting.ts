import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { launch, start } from '../../service-process.ts'
import { knock } from '../client.ts'

/** Clause 10: a start that is called off, or fails, leaves nothing behind. */
export function describeStarting(folder: () => string): void {
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

  test('a delay that leaves no time to drain is refused, with a line that says so', async () => {
    const service = launch(folder(), { SHUTDOWN_DELAY_MS: '30000' })
    expect(await service.ended).toMatchObject({ exitCode: 1 })
  })
}
