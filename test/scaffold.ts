import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { planService } from '../generators/plan-service.ts'
import { readTemplates } from '../generators/templates.ts'
import type { Answers } from '../generators/options.ts'

const ROOT_MODULES = join(import.meta.dirname, '..', 'node_modules')
const TEMPLATE_MODULES = join(import.meta.dirname, '..', 'templates', 'node_modules')

const folders = new Set<string>()
process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/**
 * Scaffolds a service outside the repository, and gives it those packages of the workspace's install that its own
 * package.json asks for: what it forgets to ask for, it does not have. The folder goes when the test process ends.
 */
export function scaffold(answers: Partial<Answers> = {}): string {
  const folder = temporaryFolder()
  const complete: Answers = {
    name: 'payments',
    framework: 'http',
    resources: ['sqlite'],
    deploy: [],
    packageManager: 'npm',
    shutdownTimeoutMs: 30_000,
    ...answers,
  }
  for (const { path, text } of planService(complete, readTemplates(), () => undefined)) write(join(folder, path), text)
  linkPackages(folder)
  return folder
}

/** A new folder outside the repository, which goes when the test process ends. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'graceful-service-')))
  folders.add(folder)
  return folder
}

/** Links what the service's package.json declares, and the programs of those packages. */
export function linkPackages(folder: string): void {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>
    devDependencies?: Record<string, string>
  }
  for (const name of Object.keys({ ...dependencies, ...devDependencies })) {
    const target = [TEMPLATE_MODULES, ROOT_MODULES]
      .map((modules) => join(modules, name))
      .find((path) => existsSync(path))
    if (target === undefined) throw new Error(`${name} is not installed: is it in templates/package.json?`)
    const link = join(folder, 'node_modules', name)
    mkdirSync(dirname(link), { recursive: true })
    symlinkSync(realpathSync(target), link)
  }
  symlinkSync(join(ROOT_MODULES, '.bin'), join(folder, 'node_modules', '.bin'))
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}
