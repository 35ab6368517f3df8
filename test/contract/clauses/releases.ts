import { expect, test } from 'vitest'
import { start } from '../../service-process.ts'
import { get } from '../client.ts'

/** Clauses 6, 7, 8, 11 and 12: everything is released, in order, whatever fails, and what happened is told. */
export function describeReleases(folder: () => string, order: readonly string[]): void {
  test('everything is released in reverse order of acquisition, each told with its duration', async () => {
    const service = await start(folder())
    await service.signal('SIGTERM')
    expect(await service.ended).toMatchObject({ exitCode: 0 })
    expect(service.released()).toEqual(order)
    for (const line of service.lines.filter(({ step }) => step === 'released')) expect(line.took).toBeTypeOf('number')
    const steps = service.lines.flatMap(({ step }) => step ?? [])
    expect(steps).toEqual(['signal', 'draining', ...order.map(() => 'released'), 'stopped'])
    expect(service.lines.at(-1)?.ms).toBeTypeOf('number')
  })

  test('a release that fails stops no other, and the exit code is 1', async () => {
    const service = await start(folder(), { PROBE_FAILS: 'second' })
    await service.signal('SIGTERM')
    expect(await service.ended).toMatchObject({ exitCode: 1 })
    expect(service.released()).toEqual(order.filter((name) => name !== 'second'))
    expect(service.lines.at(-1)).toMatchObject({ failures: ['second was not released'] })
  })

  test('a release that hangs is named, the others have their turn, and the whole budget ends it', async () => {
    const service = await start(folder(), { PROBE_HANGS: 'second', SHUTDOWN_TIMEOUT_MS: '1000' })
    const signalled = performance.now()
    await service.signal('SIGTERM')
    const ending = await service.ended
    expect(ending).toMatchObject({ exitCode: 1, signal: null })
    expect(ending.at - signalled).toBeLessThan(3_000)
    expect(service.released()).toEqual(order.filter((name) => name !== 'second'))
    expect(service.lines.find(({ msg }) => msg === 'out of time')).toMatchObject({ releasing: ['second'] })
  })

  test('what is still open after the last release is named, and the exit code is 1', async () => {
    const service = await start(folder(), { PROBE_LEAKS: 'first' })
    await service.signal('SIGTERM')
    expect(await service.ended).toMatchObject({ exitCode: 1 })
    const leak = service.lines.find(({ msg }) => msg === 'still open after the last release')
    expect(leak?.open).toContain('Timeout')
  })

  test('a rejection is caught here also where somebody else listens for it, as PM2 does', async () => {
    const listener = "data:text/javascript,process.on('unhandledRejection',()=>{})"
    const service = await start(folder(), { NODE_OPTIONS: `--import ${listener}` })
    await get(service.port, '/probe/reject')
    expect(await service.ended).toMatchObject({ exitCode: 1, signal: null })
    expect(service.lines.at(-1)).toMatchObject({ failures: ['unhandledRejection'] })
  })

  test.each([
    ['an exception', '/probe/throw', 'uncaughtException'],
    ['a rejection', '/probe/reject', 'unhandledRejection'],
  ])('%s that nobody catches takes the same path, and the exit code is 1', async (_what, path, origin) => {
    const service = await start(folder())
    await get(service.port, path)
    expect(await service.ended).toMatchObject({ exitCode: 1, signal: null })
    expect(service.released()).toEqual(order)
    expect(service.lines.find(({ msg }) => msg === origin)?.err?.message).toContain('nobody caught this')
    expect(service.lines.at(-1)).toMatchObject({ step: 'stopped', exitCode: 1, failures: [origin] })
  })
}
