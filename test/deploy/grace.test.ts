import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { withGrace } from '../../generators/grace.ts'
import { readManifest, render } from './render.ts'

const targets = readdirSync(join(import.meta.dirname, '../../templates/deploy'))
const file = 'compose.yaml'

test('a platform waits as long as a stop may take, and a margin', () => {
  const grace = [{ file, after: 'stop_grace_period: ', unit: 's', plus: 5 }] as const
  expect(withGrace(file, 'stop_grace_period: 35s\n', grace, 7000)).toBe('stop_grace_period: 12s\n')
  expect(withGrace(file, 'stop_grace_period: 35s\n', grace, 7001)).toBe('stop_grace_period: 13s\n')
})

test('a part of the budget has a ceiling', () => {
  const grace = [{ file, after: 'DELAY: ', unit: 'ms', share: 0.25, atMost: 5000 }] as const
  expect(withGrace(file, 'DELAY: 5000', grace, 30_000)).toBe('DELAY: 5000')
  expect(withGrace(file, 'DELAY: 5000', grace, 7000)).toBe('DELAY: 1750')
})

test('the numbers of one file leave another alone', () => {
  const grace = [{ file, after: 'stop_grace_period: ', unit: 's', plus: 5 }] as const
  expect(withGrace('README.md', 'stop_grace_period: 35s', grace, 7000)).toBe('stop_grace_period: 35s')
})

test('a number that is not where it should be is an error, not a wrong file', () => {
  const grace = [{ file, after: 'stop_grace_period: ', unit: 's' }] as const
  for (const text of ['', 'stop_grace_period: long', 'stop_grace_period: 1s\nstop_grace_period: 2s']) {
    expect(() => withGrace(file, text, grace, 7000)).toThrow('compose.yaml: expected one number after')
  }
})

test.each(targets)('%s: the template holds the numbers of the default budget', (target) => {
  expect(render({ deploy: [target], shutdownTimeoutMs: 30_000 })).toEqual(render({ deploy: [target] }))
  const { grace = [] } = readManifest(
    join(import.meta.dirname, '../../templates/deploy', target, 'deploy.manifest.json'),
  )
  const files = render({ deploy: [target], shutdownTimeoutMs: 30_001 })
  for (const [path, text] of files) {
    const isGraced = grace.some((number) => number.file.replace('payment-service', 'payments') === path)
    expect(text !== render({ deploy: [target] }).get(path), path).toBe(isGraced)
  }
})

test.each(targets)('%s: what it requires is there', (target) => {
  const { title, description, requires } = readManifest(
    join(import.meta.dirname, '../../templates/deploy', target, 'deploy.manifest.json'),
  )
  expect(title).not.toBe('')
  expect(description).not.toMatch(/\n/)
  for (const required of requires) expect(targets).toContain(required)
})
