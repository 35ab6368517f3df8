import {
  addConfigEntry,
  addEnvLines,
  addImport,
  addPackages,
  insertIntoRun,
  mergeYaml,
} from '../codemod/edits/index.ts'
import type { Draft } from './draft.ts'
import type { Manifest, Place } from './manifest.ts'
import type { Answers } from './options.ts'
import { unscoped } from './service-name.ts'
import type { Templates, Unit } from './templates.ts'
import { filesUnder, named, renamed, toFiles } from './unit-files.ts'

const MAIN = 'src/main.ts'

/** What a unit is added to. */
export interface Service {
  readonly draft: Draft
  readonly answers: Answers
  readonly templates: Templates
}

/** The files that every service has. */
export function addBase(service: Service): void {
  const { draft, answers, templates } = service
  copyFiles(service, templates.base)
  draft.edit('package.json', (text) => withVersions(text, answers.name, templates))
}

/** What answers the requests: the last thing to open, and the first to close. */
export function addFramework(service: Service, unit: Unit): void {
  copyFiles(service, unit)
  addParts(service, unit.manifest, [{ ...unit.manifest, statements: unit.manifest.acquire, before: 'end' }])
}

/** The database that carries the payments, before the framework that needs it. */
export function addLedger(service: Service, unit: Unit): void {
  const { draft, answers } = service
  const { acquire, ledger, const: name } = unit.manifest
  const [statement, ...more] = acquire
  if (ledger === undefined || name === undefined || statement === undefined || more.length > 0) {
    throw new Error(`${unit.id} can't carry the payments: its manifest needs const, ledger and one statement`)
  }
  copyFiles(service, unit)
  for (const { path, text } of filesUnder(unit, 'ledger/')) draft.write(renamed(path, answers), named(text, answers))
  addParts(service, unit.manifest, [
    { imports: unit.manifest.imports, statements: [`const ${name} = ${statement}`], before: 'end' },
    { ...ledger, before: 'end' },
  ])
  addToEnvironment(service, unit)
}

/** Anything else that the service holds open. The same on its first day and a year later. */
export function addResource(service: Service, unit: Unit): void {
  copyFiles(service, unit)
  addParts(service, unit.manifest, [{ ...unit.manifest, statements: unit.manifest.acquire }])
  addToEnvironment(service, unit)
}

/** What a resource adds to the deploy files that the service has. */
export function addToDeploy(service: Service, unit: Unit): void {
  for (const target of service.answers.deploy) addFragments(service, unit, target)
}

/** The files of a deploy target, with what each resource of the service adds to them. */
export function addDeploy(service: Service, unit: Unit): void {
  copyFiles(service, unit)
  for (const id of service.answers.resources) addFragments(service, findUnit(service.templates.resources, id), unit.id)
}

/** The unit that an answer names. */
export function findUnit(units: readonly Unit[], id: string): Unit {
  const unit = units.find((candidate) => candidate.id === id)
  if (unit === undefined) throw new Error(`There are no templates for ${id}`)
  return unit
}

interface Part {
  readonly imports: Manifest['imports']
  readonly statements: readonly string[]
  readonly before: Place
}

function addParts({ draft, templates }: Service, manifest: Manifest, parts: readonly Part[]): void {
  const { dependencies, devDependencies } = manifest
  if (dependencies.length + devDependencies.length > 0) {
    const packages = {
      dependencies: versionsOf(dependencies, templates),
      devDependencies: versionsOf(devDependencies, templates),
    }
    draft.edit('package.json', (text) => addPackages(text, packages))
  }
  for (const [key, initializer] of Object.entries(manifest.config)) {
    draft.edit('src/config.ts', (text) => (says(text, key) ? text : addConfigEntry(text, { key, initializer })))
  }
  for (const { imports } of parts) {
    for (const [from, names] of Object.entries(imports)) draft.edit(MAIN, (text) => addImport(text, { from, names }))
  }
  for (const { statements, before } of parts) {
    if (statements.length > 0) draft.edit(MAIN, (text) => insertIntoRun(text, { statements, before }))
  }
}

// Also where a person has found another place for it, having been told to add it by hand.
function says(text: string, key: string): boolean {
  return new RegExp(`\\b${key}\\b`).test(text)
}

function addToEnvironment(service: Service, unit: Unit): void {
  const lines = unit.files.get(ENV_EXAMPLE)
  if (lines !== undefined) {
    const fragment = named(lines, service.answers)
    if (service.draft.read(ENV_EXAMPLE) === undefined) service.draft.write(ENV_EXAMPLE, fragment)
    else service.draft.edit(ENV_EXAMPLE, (text) => addEnvLines(text, fragment))
  }
}

function addFragments({ draft, answers, templates }: Service, resource: Unit, target: string): void {
  const ours = toFiles(findUnit(templates.deploy, target), answers).map(({ path }) => path)
  for (const { path, text } of filesUnder(resource, `deploy/${target}/`)) {
    const file = renamed(path, answers)
    const fragment = named(text, answers)
    if (draft.read(file) === undefined && !ours.includes(file)) draft.write(file, fragment)
    else draft.edit(file, (yaml) => mergeYaml(yaml, fragment))
  }
}

function copyFiles(service: Service, unit: Unit): void {
  for (const { path, text } of toFiles(unit, service.answers)) service.draft.write(path, text)
}

const ENV_EXAMPLE = '.env.example'

function withVersions(text: string, name: string, templates: Templates): string {
  return text
    .replace(`"name": "${unscoped(name)}"`, `"name": "${name}"`)
    .replaceAll(/"([^"]+)": "\*"/g, (_, dependency: string) => `"${dependency}": "${versionOf(dependency, templates)}"`)
}

function versionsOf(names: readonly string[], templates: Templates): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, versionOf(name, templates)]))
}

function versionOf(name: string, { versions }: Templates): string {
  const version = versions[name]
  if (version === undefined) throw new Error(`templates/package.json has no version of ${name}`)
  return version
}
