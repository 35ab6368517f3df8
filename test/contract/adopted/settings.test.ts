import { describe, expect, test } from 'vitest'
import { launch } from '../../service-process.ts'
import { stopped, written } from './written-main.ts'

describe('settings that make no sense', () => {
  const main = `
    const { adopt } = require("./lifecycle/adopt");
    adopt("timer", setInterval(() => {}, 1000), clearInterval);
    print("ready");
  `
  test.each([
    ['nothing', {}, 30_000, 0],
    ['numbers', { SHUTDOWN_TIMEOUT_MS: '5000', SHUTDOWN_DELAY_MS: '20' }, 5_000, 20],
    ['empty strings', { SHUTDOWN_TIMEOUT_MS: '', SHUTDOWN_DELAY_MS: '' }, 30_000, 0],
    ['words', { SHUTDOWN_TIMEOUT_MS: 'soon', SHUTDOWN_DELAY_MS: 'later' }, 30_000, 0],
    ['negative numbers', { SHUTDOWN_TIMEOUT_MS: '-1', SHUTDOWN_DELAY_MS: '-1' }, 30_000, 0],
    ['no time at all', { SHUTDOWN_TIMEOUT_MS: '0' }, 30_000, 0],
    ['more than a timer can hold', { SHUTDOWN_TIMEOUT_MS: '99999999999' }, 30_000, 0],
    ['a delay that takes the whole budget', { SHUTDOWN_TIMEOUT_MS: '200', SHUTDOWN_DELAY_MS: '200' }, 200, 100],
  ])('%s', async (_what, settings, timeoutMs, delayMs) => {
    const service = launch(written(main), settings)
    await service.line(({ msg }) => msg === 'ready')
    await stopped(service)
    expect(await service.ended).toMatchObject({ exitCode: 0 })
    expect(service.lines.find(({ step }) => step === 'signal')).toMatchObject({ timeoutMs, delayMs })
  })
})
