import { posix } from 'node:path'
import { joined } from './joined.ts'
import { readJson, toObject } from './json.ts'
import { exportedTargets, importedTargets } from './package-targets.ts'
import { createSourceFinder } from './source-finder.ts'
import { readTsconfig, targetsIn, type Tsconfig } from './tsconfig.ts'

interface Package {
  readonly folder: string
  readonly manifest: Readonly<Record<string, unknown>>
}

/**
 * Where an import leads inside the tree: tsconfig paths, packages of the workspace, a package's own `#names`, what a
 * build will write. It asks no `node_modules`: an import gives the same before and after `npm install` and a build.
 */
export function createResolve(
  root: string,
  files: readonly string[],
  read: (file: string) => string | undefined,
): (specifier: string, from: string) => string | undefined {
  const listed = new Set(files)
  const finder = createSourceFinder(listed)
  const manifests = new Map(
    files.filter((file) => file.endsWith('/package.json')).map((file) => [posix.dirname(file), toPackage(file)]),
  )
  const named = new Map([...manifests.values()].map((each) => [each.manifest.name, each]))
  const tsconfigs = new Map<string, Tsconfig | undefined>()
  const known = new Map<string, Map<string, string | undefined>>()
  return (specifier, from) => {
    const folder = posix.dirname(from)
    const inFolder = known.get(folder) ?? new Map<string, string | undefined>()
    known.set(folder, inFolder)
    if (!inFolder.has(specifier)) inFolder.set(specifier, resolve(specifier, folder))
    return inFolder.get(specifier)
  }

  function resolve(specifier: string, folder: string): string | undefined {
    if (specifier.startsWith('node:')) return undefined
    if (/^\.{0,2}(\/|$)/.test(specifier)) return findSource(joined(folder, specifier))
    return inTsconfigs(specifier, folder) ?? inImports(specifier, folder) ?? inPackages(specifier, folder)
  }

  function inTsconfigs(specifier: string, folder: string): string | undefined {
    for (const at of foldersUp(folder, root)) {
      for (const name of ['tsconfig.json', 'jsconfig.json']) {
        // Most folders have none, and to try to read it costs more than all else here.
        const config = listed.has(`${at}/${name}`) ? tsconfigOf(`${at}/${name}`) : undefined
        if (!config) continue
        for (const each of [config, ...config.references.map(tsconfigOf)]) {
          const found = each && inTsconfig(specifier, each)
          if (found !== undefined) return found
        }
      }
    }
    return undefined
  }

  function inTsconfig(specifier: string, config: Tsconfig): string | undefined {
    const bases = config.baseUrl === undefined ? [] : [posix.join(config.baseUrl, specifier)]
    return first([...targetsIn(config, specifier), ...bases], findSource)
  }

  function tsconfigOf(file: string): Tsconfig | undefined {
    if (!tsconfigs.has(file)) tsconfigs.set(file, readTsconfig(file, read))
    return tsconfigs.get(file)
  }

  /** `#db` of package.json, and the aliases of the package module-alias. */
  function inImports(specifier: string, folder: string): string | undefined {
    const home = packageOf(folder)
    if (!home) return undefined
    if (specifier.startsWith('#')) {
      return first(importedTargets(home.manifest, specifier), (target) =>
        target.startsWith('.') ? findSource(posix.join(home.folder, target)) : inPackages(target, folder),
      )
    }
    const aliases = Object.entries(toObject(home.manifest._moduleAliases) ?? {})
    return first(aliases, ([alias, target]) =>
      typeof target === 'string' && `${specifier}/`.startsWith(`${alias}/`)
        ? findSource(posix.join(home.folder, target, specifier.slice(alias.length)))
        : undefined,
    )
  }

  function inPackages(specifier: string, folder: string): string | undefined {
    const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
    const home = named.get(name)
    if (!home) return undefined
    // A service that is called `express`, and depends on Express.
    if (home === packageOf(folder) && home.manifest.exports === undefined && dependsOn(home.manifest, name))
      return undefined
    const subpath = `.${specifier.slice(name.length)}`
    const inSource = subpath === '.' ? ['src/index', 'index'] : [`src/${subpath}`, subpath]
    return first([...exportedTargets(home.manifest, subpath), ...inSource], (target) =>
      finder.findSource(posix.join(home.folder, target), home.folder),
    )
  }

  function findSource(path: string): string | undefined {
    const found = finder.find(path)
    if (found !== undefined) return found
    const home = packageOf(posix.dirname(path))
    const config = home && tsconfigOf(`${home.folder}/tsconfig.json`)
    if (config?.outDir !== undefined && path.startsWith(`${config.outDir}/`)) {
      const rest = path.slice(config.outDir.length + 1)
      const inRoot = finder.find(posix.join(config.rootDir ?? `${home?.folder ?? root}/src`, rest))
      if (inRoot !== undefined) return inRoot
    }
    return home && finder.findSource(path, home.folder)
  }

  function packageOf(folder: string): Package | undefined {
    return first(foldersUp(folder, root), (at) => manifests.get(at))
  }

  function toPackage(file: string): Package {
    return { folder: posix.dirname(file), manifest: readJson(read(file)) ?? {} }
  }
}

/** The folder and those above it, up to the root. */
function foldersUp(folder: string, root: string): readonly string[] {
  const folders: string[] = []
  for (let at = folder; `${at}/`.startsWith(`${root}/`); at = posix.dirname(at)) folders.push(at)
  return folders
}

function first<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item)
    if (found !== undefined) return found
  }
  return undefined
}

function dependsOn(manifest: Readonly<Record<string, unknown>>, name: string): boolean {
  return ['dependencies', 'optionalDependencies', 'peerDependencies'].some(
    (key) => name in (toObject(manifest[key]) ?? {}),
  )
}
