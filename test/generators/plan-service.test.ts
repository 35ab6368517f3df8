import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { planService } from '../../generators/plan-service.ts'
import type { Answers } from '../../generators/options.ts'
import { readTemplates } from '../../generators/templates.ts'

const templates = readTemplates(join(import.meta.dirname, 'fixtures/templates'))
const payments: Answers = {
  name: 'payments',
  framework: 'http',
  resources: ['sqlite'],
  deploy: [],
  packageManager: 'npm',
  shutdownTimeoutMs: 30_000,
}

describe('a new service', () => {
  it('is the base, with its database before the server and its name in place of payment-service', () => {
    const files = plan({})
    expect(Object.keys(files)).toEqual([
      '.env.example',
      '.gitignore',
      'package.json',
      'src/config.ts',
      'src/log.ts',
      'src/main.ts',
      'src/sqlite.ts',
      'src/ledger.ts',
      'src/server.ts',
      '.yo-rc.json',
    ])
    expect(files['src/main.ts']).toMatchSnapshot()
    expect(files['src/config.ts']).toContain("SQLITE_URL: z.string().default('sqlite')")
    expect(files['src/log.ts']).toContain('// of payments')
    expect(files['.env.example']).toBe('PORT=3000\nSQLITE_URL=sqlite\n')
  })

  it('takes every version from templates/package.json', () => {
    const { dependencies, devDependencies } = JSON.parse(
      plan({ framework: 'fastify', resources: ['postgres'] })['package.json'] ?? '',
    ) as Record<string, unknown>
    expect(dependencies).toEqual({ fastify: '^5.1.0', pg: '^8.2.0', pino: '^10.3.0', zod: '^4.5.0' })
    expect(devDependencies).toEqual({ '@types/pg': '^8.6.0', typescript: '~6.0' })
  })

  it('lets the first database carry the payments, wherever it stands in the list', () => {
    const files = plan({ resources: ['redis', 'postgres', 'sqlite'] })
    expect(files['src/ledger.ts']).toContain('of postgres')
    const main = files['src/main.ts'] ?? ''
    const order = [
      "await own('postgres'",
      'const payments',
      "await own('redis'",
      "await own('sqlite'",
      'const server',
      "await own('http'",
    ]
    expect(order.map((statement) => main.indexOf(statement))).toEqual(
      order.map((statement) => main.indexOf(statement)).toSorted((one, other) => one - other),
    )
    expect(main).not.toContain('const sqlite')
  })

  it('gives the whole time of a stop to the code and to whatever stops it', () => {
    const files = plan({ deploy: ['docker', 'compose', 'systemd'], shutdownTimeoutMs: 10_000 })
    expect(files['src/config.ts']).toContain('SHUTDOWN_TIMEOUT_MS: z.coerce.number().default(10000)')
    expect(files['compose.yaml']).toContain('stop_grace_period: 15s')
    expect(files['deploy/systemd/payments.service']).toContain('TimeoutStopSec=15')
  })

  it('runs beside what its resources need', () => {
    const files = plan({ resources: ['sqlite', 'redis'], deploy: ['docker', 'compose'] })
    expect(files['compose.yaml']).toMatchSnapshot()
  })

  it('has the files of its package manager alone', () => {
    expect(plan({})).not.toHaveProperty('pnpm-workspace.yaml')
    expect(plan({ packageManager: 'pnpm' })).toHaveProperty('pnpm-workspace.yaml')
  })

  it('keeps its scope to package.json', () => {
    const files = plan({ name: '@shop/payments' })
    expect(files['package.json']).toContain('"name": "@shop/payments"')
    expect(files['src/log.ts']).toContain('// of payments')
  })

  it('changes nothing of a folder that has it already', () => {
    const files = plan({ deploy: ['docker'] })
    expect(planService({ ...payments, deploy: ['docker'] }, templates, (path) => files[path])).toEqual([])
  })

  it('is not called like a package that it depends on', () => {
    expect(() => plan({ name: 'zod' })).toThrow('--name: "zod" is a package that the service depends on')
  })

  it('leaves what other generators keep in .yo-rc.json', () => {
    const changes = planService(payments, templates, (path) =>
      path === '.yo-rc.json' ? '{"generator-lambda":{}}' : undefined,
    )
    expect(changes.at(-1)).toMatchObject({ path: '.yo-rc.json', kind: 'changed' })
    expect(JSON.parse(changes.at(-1)?.text ?? '')).toEqual({
      'generator-lambda': {},
      'generator-graceful-service': payments,
    })
  })
})

function plan(answers: Partial<Answers>): Record<string, string> {
  const changes = planService({ ...payments, ...answers }, templates, () => undefined)
  return Object.fromEntries(changes.map(({ path, text }) => [path, text]))
}
