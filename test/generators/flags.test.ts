import { describe, expect, it } from 'vitest'
import { closest } from '../../generators/closest.ts'
import { splitArguments, splitYeomanOptions } from '../../generators/command-line.ts'
import { describeText } from '../../generators/describe.ts'
import { readGiven } from '../../generators/given.ts'
import { helpText } from '../../generators/help.ts'
import { loadScaffold } from '../../generators/load-scaffold.ts'
import { reproduceCommand } from '../../generators/reproduce-command.ts'
import { nameOfFolder, whyNotAName } from '../../generators/service-name.ts'

const { commands, options } = loadScaffold()
const answers = {
  framework: 'fastify',
  resources: ['postgres', 'redis'],
  deploy: [],
  packageManager: 'pnpm',
  name: 'payments',
  shutdownTimeoutMs: 10_000,
}

describe('--help and --describe', () => {
  it.each(Object.values(commands))('say all there is to $id', (command) => {
    expect(helpText(command)).toMatchSnapshot()
    expect(JSON.parse(describeText(command))).toMatchSnapshot()
  })
})

describe('the command that makes the service again', () => {
  const command = reproduceCommand('create-graceful-service', 'payments', answers, options)

  it('has every answer, and no default that need not be said', () => {
    expect(command).toBe(
      'create-graceful-service payments --framework=fastify --resources=postgres,redis --deploy=none --package-manager=pnpm --name=payments --shutdown-timeout-ms=10000',
    )
    expect(reproduceCommand('x', '.', { ...answers, shutdownTimeoutMs: 30_000 }, options)).not.toContain('timeout')
  })

  it('is understood as these answers', () => {
    const [, folder, ...flags] = command.split(' ')
    expect(readGiven(splitArguments(flags, commands.app), commands.app).answers).toEqual(answers)
    expect(folder).toBe('payments')
  })

  it('keeps a folder with a space in one word', () => {
    expect(reproduceCommand('x', "Ada's payments", answers, options)).toMatch(/^x 'Ada'\\''s payments' --/)
  })
})

describe('a command line', () => {
  it('may repeat a list, or write it with commas, or with spaces after them', () => {
    for (const flags of [
      ['--resources=postgres,redis'],
      ['--resources', 'postgres', '--resources', 'redis'],
      ['--resources=postgres, redis'],
    ]) {
      expect(readGiven(splitArguments(flags, commands.app), commands.app).answers.resources).toEqual([
        'postgres',
        'redis',
      ])
    }
  })

  it('is the same through yo, which takes a folder for the value of the switch before it', () => {
    const line = splitYeomanOptions([], {
      dryRun: 'payments',
      'dry-run': 'payments',
      skipInstall: true,
      _meta: {},
      env: {},
    })
    const given = readGiven(line, commands.app)
    expect(given.words).toEqual(['payments'])
    expect(given.switches).toMatchObject({ dryRun: true, skipInstall: true, force: false })
  })
})

describe('a name', () => {
  it.each(['payments', 'payments-2', '@shop/payments', 'p'])('may be %s', (name) => {
    expect(whyNotAName(name)).toBeUndefined()
  })

  it.each([
    'Payments',
    'pay ments',
    '-payments',
    '2pay',
    'payments-',
    '@Shop/payments',
    '',
    '.',
    'node_modules',
    'p'.repeat(64),
  ])('may not be %j', (name) => {
    expect(whyNotAName(name)).toBeDefined()
  })

  it.each([
    ['/srv/Payment Service', 'payment-service'],
    ['/srv/2024_payments!', 'payments'],
    ['/', 'payment-service'],
    ['/srv/支付', 'payment-service'],
  ])('of the folder %s is %s', (folder, name) => {
    expect(nameOfFolder(folder)).toBe(name)
    expect(whyNotAName(name)).toBeUndefined()
  })
})

describe('a slip of the fingers', () => {
  it.each([
    ['resouces', 'resources'],
    ['skip-instal', 'skip-install'],
    ['frame', undefined],
    ['zebra', undefined],
  ])('%s means %s', (typed, meant) => {
    expect(closest(typed, ['framework', 'resources', 'skip-install', 'deploy'])).toBe(meant)
  })
})
