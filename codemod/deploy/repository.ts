import { posix } from 'node:path'
import type { Stop } from '../../analysis/index.ts'

/** What deploy files are judged by. Paths are absolute, with `/`. */
export interface DeployHost {
  readonly root: string
  /** The deploy files. */
  readonly files: readonly string[]
  read(file: string): string | undefined
  /** How the programs of the repository stop. */
  readonly stops: readonly Stop[]
}

/** A package.json, as far as it says how something is started. */
export interface Package {
  readonly folder: string
  readonly scripts: ReadonlyMap<string, string>
  /** `pnpm@9.1.0`; of a workspace it may stand in the package above. */
  readonly manager: string | undefined
}

/** The nearest package.json of a folder, up to the root of the repository. */
export function packageAt(host: DeployHost, folder: string): Package | undefined {
  let found: Package | undefined
  for (const each of foldersUpwards(host.root, folder)) {
    const content = parsed(host.read(posix.join(each, 'package.json')))
    if (!content) continue
    const manager = managerOf(content) ?? berryIn(host, each)
    found ??= { folder: each, scripts: scriptsOf(content), manager }
    if (found.manager !== undefined || manager !== undefined) return { ...found, manager: found.manager ?? manager }
  }
  return found
}

/** From a folder of the repository to its root. */
export function foldersUpwards(root: string, folder: string): string[] {
  const folders: string[] = []
  for (let at = folder; at === root || at.startsWith(`${root}/`); at = posix.dirname(at)) {
    folders.push(at)
    if (at === root || at === '/') break
  }
  return folders
}

/**
 * The program that a command starts: the one whose entry its path means, or the only one of the package.
 * Undefined where it could be one of several.
 */
export function programOf(host: DeployHost, folder: string, argv: readonly string[]): Stop | undefined {
  // node_modules/next/dist/bin/next is none of the repository's.
  if (argv.some((each) => each.includes('node_modules/'))) return undefined
  const near = host.stops.filter(({ entry }) => entry.startsWith(`${folder}/`))
  if (near.length === 1) return near[0]
  const stems = argv.filter((each) => !each.startsWith('-')).map(stemOf)
  const named = near.filter(({ entry }) => stems.some((stem) => stem !== '' && stemOf(entry).endsWith(stem)))
  if (named.length === 1) return named[0]
  // node --import ./src/signals.ts src/main.ts
  const loadedByNone = near.filter(({ entry }) => !near.some((each) => each.entry !== entry && each.files.has(entry)))
  return loadedByNone.length === 1 ? loadedByNone[0] : undefined
}

// dist/worker/main.js and src/worker/main.ts have the same stem.
function stemOf(path: string): string {
  return path
    .replace(/^\.\//, '')
    .replace(/\.[cm]?[jt]sx?$/, '')
    .replace(/^(.*\/)?(dist|build|out|lib|src)\//, '/')
}

function managerOf({ packageManager }: Readonly<Record<string, unknown>>): string | undefined {
  return typeof packageManager === 'string' ? packageManager : undefined
}

/** Only Yarn from version 2 on reads a .yarnrc.yml. */
function berryIn(host: DeployHost, folder: string): string | undefined {
  return host.read(posix.join(folder, '.yarnrc.yml')) === undefined ? undefined : 'yarn@4'
}

function scriptsOf(content: Readonly<Record<string, unknown>>): ReadonlyMap<string, string> {
  const scripts = content.scripts
  if (typeof scripts !== 'object' || scripts === null) return new Map()
  return new Map(Object.entries(scripts).filter((each): each is [string, string] => typeof each[1] === 'string'))
}

function parsed(text: string | undefined): Readonly<Record<string, unknown>> | undefined {
  try {
    const content: unknown = JSON.parse(text ?? '')
    return isRecord(content) ? content : undefined
  } catch {
    return undefined // what is wrong with it is said by whoever installs it
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
