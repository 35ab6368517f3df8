import { copyFileSync, cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { lifecycleFor, type LifecycleVariant } from '../../../codemod/lifecycle/index.ts'
import { linkPackages, temporaryFolder } from '../../scaffold.ts'

const FIXTURES = join(import.meta.dirname, 'fixtures')
const PROBES = join(import.meta.dirname, '..', 'probes')

/** A service that acquires at module level, with the lifecycle written into it as its repository would have it. */
export function adoptedService(fixture: string, variant: LifecycleVariant, probeRoutes: string): string {
  const folder = temporaryFolder()
  cpSync(join(FIXTURES, fixture), folder, { recursive: true })
  copyFileSync(join(PROBES, 'probes.ts'), join(folder, 'src/probes.ts'))
  copyFileSync(join(PROBES, `${probeRoutes}.ts`), join(folder, 'src/probe-routes.ts'))
  writeLifecycle(folder, variant)
  linkPackages(folder)
  return folder
}

/** A service of so few files that a test can show them. */
export function writtenService(files: Readonly<Record<string, string>>, variant: LifecycleVariant): string {
  const folder = temporaryFolder()
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  writeLifecycle(folder, variant)
  return folder
}

function writeLifecycle(folder: string, variant: LifecycleVariant): void {
  mkdirSync(join(folder, 'src/lifecycle'), { recursive: true })
  for (const [name, text] of lifecycleFor(variant)) writeFileSync(join(folder, 'src/lifecycle', name), text)
}
