import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { callYo, create, emptyFolder, filesOf } from './scaffolding.ts'

const DEFAULTS = ['--defaults', '--skip-install']

describe('create-graceful-service', () => {
  it('makes a service, .yo-rc.json last, and again the same one from the last line it prints', async () => {
    const cwd = emptyFolder()
    const { code, stderr } = await create(['payments', ...DEFAULTS, '--resources=sqlite,redis'], cwd)
    expect(code, stderr).toBe(0)
    const lines = stderr.trimEnd().split('\n')
    expect(lines).toContain('  cd payments')
    expect(lines.filter((line) => /^ +(create|force) /.test(line)).at(-1)).toContain('.yo-rc.json')
    const [npx, command, folder, ...flags] = lines.at(-1)?.split(' ') ?? []
    expect([npx, command, folder]).toEqual(['npx', 'create-graceful-service', 'payments'])

    const again = await create(['again', ...flags, '--skip-install'], cwd)
    expect(again.code, again.stderr).toBe(0)
    expect(filesOf(join(cwd, 'again'))).toEqual(filesOf(join(cwd, 'payments')))
  })

  it('replays .yo-rc.json, in a new repository too', async () => {
    const cwd = emptyFolder()
    await callYo('app', ['payments', ...DEFAULTS, '--framework=fastify', '--shutdown-timeout-ms=10000'], cwd)
    const again = join(cwd, 'again')
    mkdirSync(join(again, '.git'), { recursive: true })
    writeFileSync(join(again, '.yo-rc.json'), readFileSync(join(cwd, 'payments/.yo-rc.json')))
    const replay = await callYo('app', ['--skip-install'], again)
    expect(replay.code, replay.stderr).toBe(0)
    expect(filesOf(again)).toEqual(filesOf(join(cwd, 'payments')))
    expect(replay.stderr.trimEnd().split('\n').at(-1)).toMatch(/^yo graceful-service --framework=fastify /)
  })

  it('shows what it would write, and writes nothing', async () => {
    const cwd = emptyFolder()
    const { code, stderr } = await callYo('app', ['payments', '--defaults', '--dry-run'], cwd)
    expect(code).toBe(0)
    expect(stderr).toContain('create payments/src/main.ts')
    expect(stderr).toContain('Nothing was written')
    expect(filesOf(cwd)).toEqual({})
  })

  it('says that it added a database', async () => {
    const { stderr } = await callYo('app', ['payments', '--defaults', '--dry-run', '--resources=none'], emptyFolder())
    expect(stderr).toContain('sqlite is added, because a payment is kept in one.')
    expect(stderr).toContain('--resources=sqlite ')
  })

  it('with --force leaves what it does not make', async () => {
    const cwd = emptyFolder()
    writeFileSync(join(cwd, 'package.json'), '{}')
    writeFileSync(join(cwd, 'notes.txt'), 'ours')
    const { code, stderr } = await callYo('app', [...DEFAULTS, '--force', '--name=payments'], cwd)
    expect(code, stderr).toBe(0)
    expect(filesOf(cwd)).toMatchObject({ 'notes.txt': 'ours' })
    expect(filesOf(cwd)['package.json']).toContain('"name": "payments"')
  })

  it('keeps the files where the install fails, and says what to run', async () => {
    const cwd = emptyFolder()
    const { code, stderr } = await create(['payments', '--defaults'], cwd, { PATH: brokenNpm(cwd) })
    expect(code).toBe(1)
    expect(stderr).toContain(
      'npm install ended with exit code 7. The files are written: once it can work, run cd payments && npm install',
    )
    expect(filesOf(join(cwd, 'payments'))).toHaveProperty(['src/main.ts'])
  })
})

describe('yo graceful-service:resource and :deploy', () => {
  it('add to a service from any folder of it, once', async () => {
    const cwd = emptyFolder()
    await callYo('app', ['payments', ...DEFAULTS], cwd)
    const payments = join(cwd, 'payments')

    const dry = await callYo('resource', ['redis', '--dry-run'], join(payments, 'src'))
    expect(dry.stderr).toContain("own('redis'")
    expect(filesOf(payments)).not.toHaveProperty(['src/redis.ts'])

    const added = await callYo('resource', ['redis', '--skip-install'], join(payments, 'src/lifecycle'))
    expect(added.code, added.stderr).toBe(0)
    expect(added.stderr).toContain(`New packages are needed: cd ${payments} && npm install`)
    const deployed = await callYo('deploy', ['compose', 'kubernetes'], join(payments, 'test'))
    expect(deployed.code, deployed.stderr).toBe(0)

    const whole = filesOf(payments)
    expect(JSON.parse(whole['.yo-rc.json'] ?? '')).toMatchObject({
      'generator-graceful-service': { resources: ['sqlite', 'redis'], deploy: ['docker', 'compose', 'kubernetes'] },
    })
    for (const kind of ['resource', 'deploy'] as const) {
      const again = await callYo(kind, [kind === 'resource' ? 'redis' : 'compose'], payments)
      expect(again.stderr).toMatch(/^\s*Nothing to add: the service has (redis|compose) already\.\n$/)
    }
    expect(filesOf(payments)).toEqual(whole)

    await callYo(
      'app',
      ['all', ...DEFAULTS, '--name=payments', '--resources=sqlite,redis', '--deploy=docker,compose,kubernetes'],
      cwd,
    )
    expect(filesOf(join(cwd, 'all'))).toEqual(whole)
  })
})

function brokenNpm(cwd: string): string {
  const bin = join(cwd, 'bin')
  mkdirSync(bin)
  writeFileSync(join(bin, 'npm'), '#!/bin/sh\n[ "$1" = --version ] || exit 7\n', { mode: 0o755 })
  return `${bin}:/bin`
}
