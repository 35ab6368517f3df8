import { readFileSync } from 'node:fs'
import { addDeploy, findUnit } from '../../generators/add-unit.ts'
import { createDraft } from '../../generators/draft.ts'
import type { Grace } from '../../generators/grace.ts'
import { readTemplates } from '../../generators/templates.ts'

export interface Choice {
  readonly deploy: readonly string[]
  readonly resources?: readonly string[]
  readonly packageManager?: PackageManager
  readonly shutdownTimeoutMs?: number
}

type PackageManager = (typeof packageManagers)[number]
export const packageManagers = ['npm', 'pnpm', 'yarn'] as const

/** The deploy files of the service `payments`, by path, without the service. */
export function render({
  deploy,
  resources = [],
  packageManager = 'npm',
  shutdownTimeoutMs = 30_000,
}: Choice): Map<string, string> {
  const templates = readTemplates()
  const draft = createDraft(() => undefined)
  const answers = { name: 'payments', framework: 'http', resources, deploy, packageManager, shutdownTimeoutMs }
  for (const target of deploy) addDeploy({ draft, answers, templates }, findUnit(templates.deploy, target))
  return new Map(draft.changes(() => undefined).map(({ path, text }) => [path, text]))
}

/** One rendered file. */
export function renderFile(path: string, choice: Choice): string {
  const text = render(choice).get(path)
  if (text === undefined) throw new Error(`${path} is not among the files of ${choice.deploy.join(', ')}`)
  return text
}

export function readManifest(path: string) {
  return JSON.parse(readFileSync(path, 'utf8')) as {
    title: string
    description: string
    requires: string[]
    grace?: Grace[]
  }
}
