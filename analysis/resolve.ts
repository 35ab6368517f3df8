import { posix } from 'node:path'
import type { ResolveFile } from './graph/link.ts'

const EXTENSIONS = [
  '',
  '.ts',
  '.tsx',
  '.mts',
  '.cts',
  '.js',
  '.jsx',
  '.mjs',
  '.cjs',
  '.json',
  '/index.ts',
  '/index.tsx',
  '/index.mts',
  '/index.js',
  '/index.mjs',
  '/index.cjs',
]
/** What is built, and where its source may stand. */
const BUILT = /(^|\/)(dist|build|out|lib)\//
const SOURCES = ['src', 'lib', 'source', '.']

export interface Resolver {
  readonly resolve: ResolveFile
  /** The source of a path that is named in a script or a Dockerfile: `dist/main.js` is built from `src/main.ts`. */
  readonly file: (path: string) => string | undefined
}

/** Finds the file that an import means: relative ones among the files themselves, all others by the host. */
export function createResolver(
  host: { resolve?(specifier: string, from: string): string | undefined },
  files: readonly string[],
): Resolver {
  const known = new Set(files)
  /** By folder: each of its files asks for the same. */
  const found = new Map<string, Map<string, string | undefined>>()
  let last:
    { readonly from: string; readonly folder: string; readonly inFolder: Map<string, string | undefined> } | undefined

  function inFolderOf(from: string) {
    if (last?.from === from) return last
    const folder = posix.dirname(from)
    const inFolder = found.get(folder) ?? new Map<string, string | undefined>()
    found.set(folder, inFolder)
    last = { from, folder, inFolder }
    return last
  }

  return {
    file: (path) => relative(known, path),
    resolve(specifier, from) {
      if (specifier.startsWith('node:')) return undefined
      const { folder, inFolder } = inFolderOf(from)
      if (inFolder.has(specifier)) return inFolder.get(specifier)
      const file = specifier.startsWith('.')
        ? relative(known, posix.join(folder, specifier))
        : host.resolve?.(specifier, from)
      inFolder.set(specifier, file)
      return file
    },
  }
}

function relative(known: ReadonlySet<string>, path: string): string | undefined {
  const direct = withExtension(known, path)
  if (direct !== undefined || !BUILT.test(path)) return direct
  // ./dist/controller.js is built from lib/controller.ts
  for (const source of SOURCES) {
    const file = withExtension(known, posix.normalize(path.replace(BUILT, `$1${source}/`)))
    if (file !== undefined) return file
  }
  return undefined
}

function withExtension(known: ReadonlySet<string>, path: string): string | undefined {
  for (const extension of EXTENSIONS) if (known.has(path + extension)) return path + extension
  // TypeScript is imported by the name that it will have: ./pool.js is pool.ts
  const [, stem, js] = /^(.*)\.([cm]?)jsx?$/.exec(path) ?? []
  if (stem === undefined) return undefined
  return [`${stem}.${js ?? ''}ts`, `${stem}.tsx`].find((each) => known.has(each))
}
