import { expect, test } from 'vitest'
import { broken } from './broken.ts'
import { pm2Faults, readEcosystem } from './faults/pm2.ts'
import { renderFile } from './render.ts'

const sound = renderFile('ecosystem.config.cjs', { deploy: ['pm2'] })

test.each([
  [30_000, 35_000],
  [7000, 12_000],
])('PM2 waits for a stop of %d ms', (shutdownTimeoutMs, killTimeout) => {
  const ecosystem = renderFile('ecosystem.config.cjs', { deploy: ['pm2'], shutdownTimeoutMs })
  expect(pm2Faults(ecosystem)).toEqual([])
  expect(readEcosystem(ecosystem).apps).toMatchObject([
    { name: 'payments', kill_timeout: killTimeout, env: { SHUTDOWN_TIMEOUT_MS: shutdownTimeoutMs } },
  ])
})

test('a reload replaces one worker after the other, on Node', () => {
  expect(readEcosystem(sound).apps).toMatchObject([
    { script: 'src/main.ts', interpreter: 'node', exec_mode: 'cluster', instances: 2, wait_ready: true },
  ])
})

test.each([
  ['a misspelt key', 'kill_timeout', 'kill_timeut'],
  ['a misspelt key at the top', 'apps: [', 'app: [], apps: ['],
  ['text where a number belongs', 'kill_timeout: 35000', "kill_timeout: 'long'"],
  ['text where a boolean belongs', 'wait_ready: true', "wait_ready: 'yes'"],
  ['a mode that does not exist', "'cluster'", "'clustered'"],
  ['no script', "script: 'src/main.ts',", ''],
])('an ecosystem file is refused: %s', (_, from, to) => {
  expect(pm2Faults(broken(sound, from, to))).not.toEqual([])
})
