import { withGrace } from './grace.ts'
import type { Answers } from './options.ts'
import { unscoped } from './service-name.ts'
import type { Unit } from './templates.ts'

/** A file of a service, or of its templates. */
export interface File {
  readonly path: string
  readonly text: string
}

/** The files that a unit brings to every service that has it, called and filled in as the service is. */
export function toFiles(unit: Unit, answers: Answers): File[] {
  const own = [...unit.files].filter(([path]) => !isSpecial(path, unit)).map(([path, text]) => ({ path, text }))
  return [...own, ...filesUnder(unit, `package-manager/${answers.packageManager}/`)].map(({ path, text }) => ({
    path: renamed(path, answers),
    text: named(withGrace(path, text, unit.manifest.grace, answers.shutdownTimeoutMs), answers),
  }))
}

/** The files in a sub-folder of a unit, by their path in it. */
export function filesUnder({ files }: Unit, folder: string): File[] {
  return [...files]
    .filter(([path]) => path.startsWith(folder))
    .map(([path, text]) => ({ path: path.slice(folder.length), text }))
}

/** Where a template goes in the service. npm takes some names for its own when it packs a folder of templates. */
export function renamed(path: string, answers: Answers): string {
  const file = path.slice(path.lastIndexOf('/') + 1)
  return named(path.slice(0, path.length - file.length) + (PACKED[file] ?? file), answers)
}

/** The text of a template with the service's name. */
export function named(text: string, { name }: Answers): string {
  return text.replaceAll(/\bpayment-service\b/g, unscoped(name))
}

const PACKED: Readonly<Record<string, string>> = { _gitignore: '.gitignore', '_package.json': 'package.json' }

function isSpecial(path: string, { kind }: Unit): boolean {
  if (path.startsWith('package-manager/')) return true
  return kind === 'resource' && /^(ledger|deploy)\/|^\.env\.example$/.test(path)
}
