import { execFile, type ExecFileException } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readTemplates } from '../generators/templates.ts'
import { databases, type Database } from './databases.ts'
import { scaffold } from './scaffold.ts'

const { frameworks, resources, deploy } = readTemplates()
const ids = (units: readonly { id: string }[]): string[] => units.map(({ id }) => id)
const PRETTIER_CONFIG = join(import.meta.dirname, '..', '.prettierrc.json')
const run = promisify(execFile)

/** Every framework with every single resource and with all of them; the deploy targets take turns. */
const services = ids(frameworks).flatMap((framework, row) => {
  const choices = [...ids(resources).map((id) => [id]), ids(resources)]
  return choices.map((chosen, column) => ({
    framework,
    resources: chosen.some((id) => isDatabase(id)) ? chosen : ['sqlite', ...chosen],
    deploy: chosen.length > 1 ? ids(deploy) : deployOf(row + column),
    packageManager: ['npm', 'pnpm', 'yarn'][(row + column) % 3] ?? 'npm',
  }))
})

function isDatabase(id: string): boolean {
  return resources.some((resource) => resource.id === id && resource.manifest.database)
}

function deployOf(turn: number): string[] {
  const target = ids(deploy)[turn % deploy.length] ?? 'docker'
  return [...new Set([...(deploy.find(({ id }) => id === target)?.manifest.requires ?? []), target])]
}

const postgres = databases.find(({ id, unreachable }) => id === 'postgres' && unreachable === undefined)
let database: Database | undefined
beforeAll(async () => {
  database = await postgres?.create()
})
afterAll(() => database?.drop())

describe.concurrent('every scaffolded service', () => {
  test.for(services)(
    '$framework with $resources, deployed by $deploy, is formatted, typed, linted, and passes its own tests',
    { timeout: 180_000 },
    async (answers) => {
      const folder = scaffold(answers)
      const npx = async (program: string, ...args: string[]): Promise<string> => {
        try {
          const { stdout } = await run(`node_modules/.bin/${program}`, args, {
            cwd: folder,
            env: { ...process.env, ...database?.env },
          })
          return stdout
        } catch (error) {
          const { stdout = '', stderr = '' } = error instanceof Error ? (error as Partial<ExecFileException>) : {}
          throw new Error(`${program} ${args.join(' ')}\n${stdout}\n${stderr}`, { cause: error })
        }
      }
      await npx('prettier', '--check', '.', '--log-level=warn', '--config', PRETTIER_CONFIG)
      await npx('tsc')
      await npx('eslint', '.')
      const stdout = await npx('node', '--test', '--test-reporter=tap', 'test/**/*.test.ts')
      expect(stdout).toMatch(/^# fail 0$/m)
      expect(Number(/^# pass (\d+)$/m.exec(stdout)?.[1])).toBeGreaterThan(0)
    },
  )
})
