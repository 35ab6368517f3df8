import { posix } from 'node:path'
import { joined } from './joined.ts'
import { readJson, toObject, toStrings } from './json.ts'

/** What a tsconfig.json says about imports: where they lead, and what they become. */
export interface Tsconfig {
  readonly paths: readonly { readonly pattern: string; readonly targets: readonly string[] }[]
  readonly baseUrl: string | undefined
  readonly outDir: string | undefined
  readonly rootDir: string | undefined
  readonly references: readonly string[]
  /** `module`, as it is written. */
  readonly module: string | undefined
  /** `esModuleInterop`. */
  readonly interop: boolean | undefined
}

/** Nobody extends further than this, but for links that lead round and round. */
const DEEPEST = 16

type Read = (file: string) => string | undefined

/** Lenient where the compiler is not: what it extends may be a package that is not installed yet. */
export function readTsconfig(file: string, read: Read, seen: ReadonlySet<string> = new Set()): Tsconfig | undefined {
  const json = seen.has(file) || seen.size > DEEPEST ? undefined : readJson(read(file))
  if (!json) return undefined
  const folder = posix.dirname(file)
  const bases = toStrings(json.extends).map((each) => readBase(each, folder, read, new Set([...seen, file])))
  const options = toObject(json.compilerOptions) ?? {}
  const inherited = <K extends keyof Tsconfig>(key: K) => bases.findLast((base) => base?.[key] !== undefined)?.[key]
  const path = (value: unknown) =>
    typeof value === 'string' ? joined(folder, value.replace('${configDir}', '.')) : undefined
  const baseUrl = path(options.baseUrl) ?? inherited('baseUrl')
  const paths = toObject(options.paths)
  return {
    paths: paths
      ? Object.entries(paths).map(([pattern, targets]) => ({
          pattern,
          targets: toStrings(targets).map((target) =>
            joined(baseUrl ?? folder, target.replace('${configDir}', folder)),
          ),
        }))
      : (bases.findLast((base) => base && base.paths.length > 0)?.paths ?? []),
    baseUrl,
    outDir: path(options.outDir) ?? inherited('outDir'),
    rootDir: path(options.rootDir) ?? inherited('rootDir'),
    module: typeof options.module === 'string' ? options.module : inherited('module'),
    interop: typeof options.esModuleInterop === 'boolean' ? options.esModuleInterop : inherited('interop'),
    references: (Array.isArray(json.references) ? json.references : [])
      .map((each) => path(toObject(each)?.path))
      .filter((each) => each !== undefined)
      .map((each) => (each.endsWith('.json') ? each : `${each}/tsconfig.json`)),
  }
}

function readBase(specifier: string, folder: string, read: Read, seen: ReadonlySet<string>): Tsconfig | undefined {
  if (/^\.{0,2}\//.test(specifier) || specifier === '..') {
    const path = joined(folder, specifier)
    return readFirst([path, `${path}.json`, `${path}/tsconfig.json`], read, seen)
  }
  for (let at = folder; ; at = posix.dirname(at)) {
    const path = posix.join(at, 'node_modules', specifier)
    const found = readFirst([path, `${path}.json`, `${path}/tsconfig.json`], read, seen)
    if (found || at === posix.dirname(at)) return found
  }
}

function readFirst(files: readonly string[], read: Read, seen: ReadonlySet<string>): Tsconfig | undefined {
  for (const file of files) {
    const config = readTsconfig(file, read, seen)
    if (config) return config
  }
  return undefined
}

/** Where the patterns lead, the best match first: exact before wildcard, a longer prefix before a shorter one. */
export function targetsIn({ paths }: Tsconfig, specifier: string): readonly string[] {
  let best: { prefix: number; targets: readonly string[] } | undefined
  for (const { pattern, targets } of paths) {
    const star = pattern.indexOf('*')
    if (star < 0) {
      if (pattern === specifier) return targets
      continue
    }
    const suffix = pattern.slice(star + 1)
    if (!specifier.startsWith(pattern.slice(0, star)) || !specifier.endsWith(suffix)) continue
    if (specifier.length < star + suffix.length || (best && best.prefix >= star)) continue
    const middle = specifier.slice(star, specifier.length - suffix.length)
    best = { prefix: star, targets: targets.map((target) => target.replace('*', () => middle)) }
  }
  return best?.targets ?? []
}
