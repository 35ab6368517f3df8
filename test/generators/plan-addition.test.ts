import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Change } from '../../generators/draft.ts'
import type { Answers } from '../../generators/options.ts'
import { planDeploy } from '../../generators/plan-deploy.ts'
import { planResource } from '../../generators/plan-resource.ts'
import { planService } from '../../generators/plan-service.ts'
import { readTemplates } from '../../generators/templates.ts'

const templates = readTemplates(join(import.meta.dirname, 'fixtures/templates'))
const payments: Answers = {
  name: 'payments',
  framework: 'http',
  resources: ['sqlite'],
  deploy: ['docker'],
  packageManager: 'npm',
  shutdownTimeoutMs: 30_000,
}
type Files = Readonly<Record<string, string>>

describe('a resource added a year later', () => {
  it('is the same as one from the first day', () => {
    const later = addResources(service(payments), payments, ['redis', 'postgres'])
    expect(later).toEqual(service({ ...payments, resources: ['sqlite', 'redis', 'postgres'] }))
  })

  it('is also beside the service where it runs', () => {
    const answers = { ...payments, deploy: ['docker', 'compose'] }
    const later = addResources(service(answers), answers, ['redis'])
    expect(later).toEqual(service({ ...answers, resources: ['sqlite', 'redis'] }))
  })

  it('changes the lines it needs, and leaves what a person wrote', () => {
    const before = service(payments)
    const edited = {
      ...before,
      'src/main.ts': (before['src/main.ts'] ?? '')
        .replace('const config', '// Ask Ada before you change this.\nconst config')
        .replace(
          'const server = createServer({ payments, stopping })',
          'const server = createServer({\n    payments, stopping,   // as the auditors want it\n  })',
        ),
      'src/server.ts': '// all rewritten\n',
      'src/config.ts': (before['src/config.ts'] ?? '').replace(
        '.default(30000),',
        '.default(30000),\n  CURRENCY: z.string(), // EUR',
      ),
    }
    const after = addResources(edited, payments, ['redis'])
    expect(after['src/server.ts']).toBe('// all rewritten\n')
    expect(removedLines(edited['src/main.ts'], after['src/main.ts'])).toEqual([])
    expect(removedLines(edited['src/config.ts'], after['src/config.ts'])).toEqual([])
    expect(after['src/main.ts']).toContain("await own('redis'")
    expect(after['src/config.ts']).toContain('REDIS_URL')
  })

  it('makes no diff the second time', () => {
    const answers = { ...payments, resources: ['sqlite', 'redis'] }
    expect(changesOf(planResource(answers, ['redis'], templates, reader(service(answers))))).toEqual({})
  })

  it('makes no diff either where .yo-rc.json forgot it', () => {
    const whole = service({ ...payments, deploy: ['docker', 'compose'], resources: ['sqlite', 'redis'] })
    const forgetful = { ...payments, deploy: ['docker', 'compose'] }
    expect(changesOf(planResource(forgetful, ['redis'], templates, reader(whole)))).toEqual({})
  })

  it('says what to add by hand where it finds no place, all of it at once', () => {
    const strange = { ...service(payments), 'src/main.ts': 'startEverything()\n', 'src/config.ts': 'export {}\n' }
    expect(() => planResource(payments, ['redis'], templates, reader(strange))).toThrowErrorMatchingSnapshot()
  })

  it('adds the rest once that was done by hand', () => {
    const byHand = {
      ...service(payments),
      'src/main.ts': "startEverything(async () => {\n  await own('redis', openOurRedis)\n})\n",
      'src/config.ts': 'export const config = { REDIS_URL: process.env.REDIS_URL }\n',
    }
    const after = addResources(byHand, payments, ['redis'])
    expect(after['src/config.ts']).toBe(byHand['src/config.ts'])
    expect(after).toHaveProperty(['src/redis.ts'])
    expect(after['package.json']).toContain('"redis"')
  })

  it('says what to add by hand where a file is gone', () => {
    const answers = { ...payments, deploy: ['docker', 'compose'] }
    const reads = reader(service(answers))
    const reading = (path: string) => (path === 'compose.yaml' ? undefined : reads(path))
    expect(() => planResource(answers, ['redis'], templates, reading)).toThrow(/compose\.yaml \(which is missing\)/)
  })

  it("doesn't replace a file of the same name, unless it is told to", () => {
    const own = { ...service(payments), 'src/redis.ts': '// our own client\n' }
    expect(() => planResource(payments, ['redis'], templates, reader(own))).toThrow(
      'src/redis.ts: a file of your own. Rename yours, or let --force replace it.',
    )
    const forced = changesOf(planResource(payments, ['redis'], templates, reader(own), true))
    expect(forced['src/redis.ts']).toContain('openRedis')
  })
})

describe('a deploy target added a year later', () => {
  it('is the same as one from the first day', () => {
    const answers = { ...payments, resources: ['sqlite', 'redis'], shutdownTimeoutMs: 20_000 }
    const before = service(answers)
    const after = { ...before, ...changesOf(planDeploy(answers, ['compose', 'systemd'], templates, reader(before))) }
    expect(after).toEqual(service({ ...answers, deploy: ['docker', 'compose', 'systemd'] }))
  })

  it('makes no diff the second time, whatever was edited', () => {
    const edited = { ...service(payments), Dockerfile: 'FROM scratch\n' }
    expect(planDeploy(payments, ['docker'], templates, reader(edited))).toEqual([])
  })

  it("doesn't replace a file of the same name", () => {
    const own = { ...service(payments), 'compose.yaml': 'services: {}\n' }
    expect(() => planDeploy(payments, ['compose'], templates, reader(own))).toThrow('compose.yaml: a file of your own')
  })
})

function service(answers: Answers): Files {
  return changesOf(planService(answers, templates, () => undefined))
}

function addResources(files: Files, answers: Answers, ids: readonly string[]): Files {
  return { ...files, ...changesOf(planResource(answers, ids, templates, reader(files))) }
}

function changesOf(changes: readonly Change[]): Record<string, string> {
  return Object.fromEntries(changes.map(({ path, text }) => [path, text]))
}

function reader(files: Files): (path: string) => string | undefined {
  return (path) => files[path]
}

function removedLines(before = '', after = ''): string[] {
  const lines = after.split('\n')
  return before.split('\n').filter((line) => !lines.includes(line))
}
