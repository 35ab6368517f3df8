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
  const found = new Map<string, string | undefined>()
  return {
    file: (path) => relative(known, path),
    resolve(specifier, from) {
      if (specifier.startsWith('node:')) return undefined
      const key = `${posix.dirname(from)} ${specifier}`
      if (found.has(key)) return found.get(key)
      const file = specifier.startsWith('.')
        ? relative(known, posix.join(posix.dirname(from), specifier))
        : host.resolve?.(specifier, from)
      found.set(key, file)
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
