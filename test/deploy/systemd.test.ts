import { describe, expect, test } from 'vitest'
import { broken } from './broken.ts'
import { hasSystemd, systemdFaults } from './faults/systemd.ts'
import { renderFile } from './render.ts'

const name = 'payments.service'
const sound = renderFile(`deploy/systemd/${name}`, { deploy: ['systemd'] })

test.each([
  [30_000, 35],
  [7000, 12],
])('the unit waits for a stop of %d ms', (shutdownTimeoutMs, seconds) => {
  const unit = renderFile(`deploy/systemd/${name}`, { deploy: ['systemd'], shutdownTimeoutMs })
  expect(unit).toMatch(new RegExp(`^TimeoutStopSec=${seconds}$`, 'm'))
  expect(unit).toMatch(new RegExp(`^Environment=SHUTDOWN_TIMEOUT_MS=${shutdownTimeoutMs}$`, 'm'))
})

describe.skipIf(!hasSystemd)('systemd-analyze verify (skipped where systemd is not installed)', () => {
  test.each([30_000, 7000])('finds nothing in the unit for a stop of %d ms', (shutdownTimeoutMs) => {
    const unit = renderFile(`deploy/systemd/${name}`, { deploy: ['systemd'], shutdownTimeoutMs })
    expect(systemdFaults(name, unit)).toEqual([])
  })

  test.each([
    ['a misspelt key', 'TimeoutStopSec', 'TimeoutStopSecs'],
    ['a key in the wrong section', '[Service]', '[Service]\nWantedBy=multi-user.target'],
    ['a kill mode that does not exist', 'KillMode=mixed', 'KillMode=gentle'],
    ['a signal that does not exist', 'KillSignal=SIGTERM', 'KillSignal=SIGFOO'],
    ['a time that is none', 'TimeoutStopSec=35', 'TimeoutStopSec=long'],
    ['a program that is not there', '/usr/bin/env node', '/usr/bin/nodejs-that-is-not-there'],
    ['a program without its path', '/usr/bin/env node', './node'],
  ])('refuses a unit: %s', (_, from, to) => {
    expect(systemdFaults(name, broken(sound, from, to))).not.toEqual([])
  })
})
