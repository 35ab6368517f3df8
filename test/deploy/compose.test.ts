import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { broken } from './broken.ts'
import { composeFaults } from './faults/compose.ts'
import { renderFile } from './render.ts'

interface Compose {
  services: Record<string, { stop_grace_period?: string; environment?: Record<string, unknown>; depends_on?: object }>
  volumes?: object
}

const all = ['sqlite', 'postgres', 'redis']

describe.each([[[]], [['sqlite']], [['postgres']], [['redis']], [all]])('compose.yaml with %j', (resources) => {
  test.each([
    [30_000, '35s'],
    [7000, '12s'],
  ])('waits for a stop of %d ms', (shutdownTimeoutMs, grace) => {
    const text = renderFile('compose.yaml', { deploy: ['compose'], resources, shutdownTimeoutMs })
    expect(composeFaults(text)).toEqual([])
    const { payments } = (parse(text) as Compose).services
    expect(payments?.stop_grace_period).toBe(grace)
    expect(payments?.environment?.SHUTDOWN_TIMEOUT_MS).toBe(shutdownTimeoutMs)
  })
})

test('the service starts when its databases are healthy', () => {
  const { services, volumes } = parse(renderFile('compose.yaml', { deploy: ['compose'], resources: all })) as Compose
  expect(Object.keys(services)).toEqual(['payments', 'postgres', 'redis'])
  expect(services.payments?.depends_on).toEqual({
    postgres: { condition: 'service_healthy' },
    redis: { condition: 'service_healthy' },
  })
  expect(services.payments?.environment).toMatchObject({
    SQLITE_PATH: '/app/data/payments.sqlite',
    POSTGRES_URL: 'postgres://postgres:postgres@postgres:5432/postgres',
    REDIS_URL: 'redis://redis:6379',
  })
  expect(volumes).toEqual({ data: {}, postgres: {} })
})

const sound = renderFile('compose.yaml', { deploy: ['compose'], resources: all })

test.each([
  ['a misspelt key', 'stop_grace_period', 'stop_grace_perod'],
  ['a misspelt key of the health check', 'start_interval', 'start_intervall'],
  ['a number where a duration belongs', '35s', '[35]'],
  ['a condition that does not exist', 'service_healthy', 'service_alive'],
  ['a key outside the specification', 'services:\n', 'service: {}\nservices:\n'],
  ['no YAML at all', 'services:', 'services: ['],
])('a compose.yaml is refused: %s', (_, from, to) => {
  expect(composeFaults(broken(sound, from, to))).not.toEqual([])
})
