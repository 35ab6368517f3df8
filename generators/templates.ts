import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'
import plugin from '../eslint-plugin/package.json' with { type: 'json' }
import { readManifest, type Manifest } from './manifest.ts'

/** The package of ours that a service depends on: the ESLint plugin that it is linted with. */
export const PLUGIN = plugin.name

/** A folder of templates: one framework, one resource, one deploy target, or the base. */
export interface Unit {
  readonly kind: 'base' | 'framework' | 'resource' | 'deploy'
  readonly id: string
  readonly manifest: Manifest
  /** Texts by path, as the folder holds them, without the manifest. */
  readonly files: ReadonlyMap<string, string>
}

export interface Templates {
  readonly base: Unit
  readonly frameworks: readonly Unit[]
  readonly resources: readonly Unit[]
  readonly deploy: readonly Unit[]
  /** The version of each package that a service may depend on. */
  readonly versions: Readonly<Record<string, string>>
}

/** Reads every template there is. They are few and small, and the choices of the flags come from them. */
export function readTemplates(root = templatesRoot()): Templates {
  return {
    base: readUnit('base', join(root, 'base')),
    frameworks: readUnits('framework', join(root, 'frameworks')),
    resources: readUnits('resource', join(root, 'resources')),
    deploy: readUnits('deploy', join(root, 'deploy')),
    versions: { ...readVersions(join(root, 'package.json')), [PLUGIN]: `^${plugin.version}` },
  }
}

// Beside the room in a checkout, inside dist in a published package.
function templatesRoot(): string {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, 'templates', 'base'))) return join(folder, 'templates')
  }
  throw new Error('The folder templates is missing: run npm run build')
}

function readUnits(kind: Unit['kind'], folder: string): Unit[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .sort()
    .map((id) => readUnit(kind, join(folder, id)))
}

function readUnit(kind: Unit['kind'], folder: string): Unit {
  const files = new Map<string, string>()
  let manifest: Manifest | undefined
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/')
    if (!entry.isFile() || path.split('/').includes('node_modules')) continue
    const text = readFileSync(join(folder, path), 'utf8')
    if (path.endsWith('.manifest.json')) manifest = readManifest(text, join(folder, path))
    else files.set(path, text)
  }
  manifest ??= readManifest(JSON.stringify({ title: basename(folder), description: '' }), folder)
  return {
    kind,
    id: basename(folder),
    manifest,
    files: new Map([...files].sort(([one], [other]) => (one < other ? -1 : 1))),
  }
}

function readVersions(path: string): Record<string, string> {
  // The parse boundary of templates/package.json, which npm itself reads too.
  const { dependencies, devDependencies } = JSON.parse(readFileSync(path, 'utf8')) as Record<
    string,
    Record<string, string>
  >
  return { ...dependencies, ...devDependencies }
}
