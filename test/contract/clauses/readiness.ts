import { expect, test } from 'vitest'
import { start } from '../../service-process.ts'
import { get, knock, until } from '../client.ts'

/** Clause 2: traffic is turned away before the door is closed. */
export function describeReadiness(folder: () => string): void {
  test('readiness says no at once, while everything else is served until the delay is over', async () => {
    const service = await start(folder(), { SHUTDOWN_DELAY_MS: '500' })
    expect(await get(service.port, '/health/ready')).toMatchObject({ status: 200 })
    await service.signal('SIGTERM')
    expect(await get(service.port, '/health/ready')).toMatchObject({ status: 503 })
    expect(await get(service.port, '/health/live')).toMatchObject({ status: 200 })
    expect(await get(service.port, '/payments/none')).toMatchObject({ status: 404, connection: 'close' })
    expect(service.lines.some(({ step }) => step === 'draining')).toBe(false)

    const draining = await service.line(({ step }) => step === 'draining')
    expect(draining.ms).toBeGreaterThanOrEqual(500)
    await service.ended
    expect(await knock(service.port)).toBe('ECONNREFUSED')
  })

  test('new connections are refused while a request is still running, not accepted and reset', async () => {
    const service = await start(folder())
    const slow = get(service.port, '/probe/slow')
    await get(service.port, '/health/live')
    await service.signal('SIGTERM')
    await until(async () => (await knock(service.port)) === 'ECONNREFUSED')
    expect(await slow).toMatchObject({ status: 200, body: 'done' })
    expect(await service.ended).toMatchObject({ exitCode: 0 })
  })
}
