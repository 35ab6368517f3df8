import { posix } from 'node:path'
import type { Host } from '../../analysis/index.ts'
import type { Entry, Line } from '../../catalogue/index.ts'

interface PackageJson {
  readonly name?: string
  readonly exports?: string
  readonly graceful?: { readonly resources: readonly ({ readonly module: string } & Line)[] }
}

interface TsConfig {
  readonly compilerOptions?: { readonly paths?: Readonly<Record<string, readonly string[]>> }
}

/** The files of a story, with as much of resolution as stories tell of: workspaces, and the paths of tsconfig.json. */
export function storyHost(files: ReadonlyMap<string, string>): Host {
  const read = (file: string): unknown => JSON.parse(files.get(file) ?? '{}')
  const packages = [...files.keys()].filter((file) => posix.basename(file) === 'package.json')
  const { compilerOptions } = read('tsconfig.json') as TsConfig
  const entries: Entry[] = packages.flatMap((file) =>
    ((read(file) as PackageJson).graceful?.resources ?? []).map(({ module, ...line }) => ({
      modules: [module],
      lines: [line],
    })),
  )

  function resolve(specifier: string): string | undefined {
    for (const file of packages) {
      const { name, exports } = read(file) as PackageJson
      if (name === specifier && exports !== undefined) return posix.join(posix.dirname(file), exports)
    }
    for (const [pattern, targets] of Object.entries(compilerOptions?.paths ?? {})) {
      const [before = '', after] = pattern.split('*')
      if (after === undefined ? specifier !== before : !specifier.startsWith(before)) continue
      const rest = specifier.slice(before.length)
      for (const target of targets)
        for (const extension of ['', '.ts', '.js', '/index.ts']) {
          const file = posix.normalize(target.replace('*', rest) + extension)
          if (files.has(file)) return file
        }
    }
    return undefined
  }

  return { files: [...files.keys()], read: (file) => files.get(file), resolve, entries }
}
