import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { broken } from './broken.ts'
import { workflowFaults } from './faults/workflow.ts'
import { packageManagers, renderFile } from './render.ts'

interface Job {
  steps: { uses?: string; run?: string; with?: Record<string, unknown> }[]
  services?: Record<string, { ports: string[]; options: string }>
  env?: Record<string, string>
}

const path = '.github/workflows/ci.yml'
const install = { npm: 'npm ci', pnpm: 'pnpm install --frozen-lockfile', yarn: 'yarn install --frozen-lockfile' }

describe.each(packageManagers)('the workflow for %s', (packageManager) => {
  test.each([[[]], [['sqlite']], [['postgres']], [['postgres', 'redis']]])('is sound with %j', async (resources) => {
    const choice = { deploy: ['github-actions'], resources, packageManager }
    expect(await workflowFaults(renderFile(path, choice))).toEqual([])
  })

  test('checks out, installs what the lock file says on Node 24, lints, type-checks and tests', () => {
    const { steps } = readJob({ packageManager })
    expect(steps[0]?.uses).toMatch(/^actions\/checkout@v\d+$/)
    const node = steps.find(({ uses }) => uses?.startsWith('actions/setup-node@'))
    expect(node?.with).toEqual({ 'node-version': 24, cache: packageManager })
    const runs = steps.flatMap(({ run }) => run ?? [])
    const scripts = ['lint', 'types', 'test'].map((script) => `${packageManager} run ${script}`)
    expect(runs.slice(-4)).toEqual([install[packageManager], ...scripts])
  })
})

test('the tests run beside the databases that they need', () => {
  const { services, env } = readJob({ resources: ['postgres', 'redis'] })
  expect(env).toEqual({
    POSTGRES_URL: 'postgres://postgres:postgres@127.0.0.1:5432/postgres',
    REDIS_URL: 'redis://127.0.0.1:6379',
  })
  expect(services?.postgres).toMatchObject({ ports: ['5432:5432'] })
  expect(services?.redis?.options).toContain('--health-cmd "redis-cli ping"')
})

const sound = renderFile(path, { deploy: ['github-actions'], resources: ['postgres'] })

test.each([
  ['a misspelt key of the job', 'runs-on', 'runs_on'],
  ['a misspelt key of a step', 'with:', 'wit:'],
  ['a misspelt event', 'pull_request', 'pull_requests'],
  ['a permission that does not exist', 'contents: read', 'content: read'],
  ['text where a number belongs', 'timeout-minutes: 10', 'timeout-minutes: long'],
  ['a variable that does not exist', 'github.ref', 'githb.ref'],
  ['a service without an image', 'image: postgres:18', 'images: postgres:18'],
])('a workflow is refused: %s', async (_, from, to) => {
  expect(await workflowFaults(broken(sound, from, to))).not.toEqual([])
})

function readJob(choice: { packageManager?: (typeof packageManagers)[number]; resources?: string[] }): Job {
  const { jobs } = parse(renderFile(path, { deploy: ['github-actions'], ...choice })) as { jobs: { test: Job } }
  return jobs.test
}
