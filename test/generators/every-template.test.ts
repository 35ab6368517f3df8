import { describe, expect, it } from 'vitest'
import { planService } from '../../generators/plan-service.ts'
import type { Answers } from '../../generators/options.ts'
import { readTemplates } from '../../generators/templates.ts'

const templates = readTemplates()
const all = (units: readonly { id: string }[]) => units.map(({ id }) => id)
const everything: Answers = {
  name: 'orders',
  framework: 'http',
  resources: all(templates.resources),
  deploy: all(templates.deploy),
  packageManager: 'npm',
  shutdownTimeoutMs: 12_000,
}

describe.each(all(templates.frameworks))('a service of %s', (framework) => {
  const databases = templates.resources.filter(({ manifest }) => manifest.database)

  it.each(all(databases))('has its payments in %s, and every other resource beside it', (database) => {
    const resources = [database, ...everything.resources.filter((id) => id !== database)]
    const files = plan({ framework, resources })
    const main = files['src/main.ts'] ?? ''
    for (const id of resources) expect(main).toContain(`own('${id}'`)
    expect(main.indexOf(`own('${database}'`)).toBe(main.indexOf('own('))
    expect(files['package.json']).not.toMatch(/"\*"/)
  })
})

describe('every template', () => {
  it.each(['npm', 'pnpm', 'yarn'])('has the name of the service and nothing of ours, with %s', (packageManager) => {
    for (const [path, text] of Object.entries(plan({ packageManager }))) {
      expect(path).not.toMatch(/payment-service|_package|_gitignore|\.manifest\.json$|^(ledger|package-manager)\//)
      expect(text, path).not.toContain('payment-service')
    }
  })

  it('that says how long a stop may take says what was chosen', () => {
    for (const [path, text] of Object.entries(plan({}))) {
      for (const [line] of text.matchAll(/^.*SHUTDOWN_TIMEOUT_MS\W.*\d{4,}.*$|^.*SHUTDOWN_TIMEOUT_MS: z.*$/gm)) {
        expect(line, path).toMatch(/\b12000\b/)
      }
    }
  })
})

function plan(answers: Partial<Answers>): Record<string, string> {
  const changes = planService({ ...everything, ...answers }, templates, () => undefined)
  return Object.fromEntries(changes.map(({ path, text }) => [path, text]))
}
