import { posix } from 'node:path'

/** What may stand where an import says `.js`, the source first. */
const SOURCES: Readonly<Record<string, readonly string[]>> = {
  '.js': ['.ts', '.tsx', '.js', '.jsx'],
  '.jsx': ['.tsx', '.jsx'],
  '.mjs': ['.mts', '.mjs'],
  '.cjs': ['.cts', '.cjs'],
}
const EXTENSIONS = ['.ts', '.tsx', '.js', '.jsx', '.mts', '.cts', '.mjs', '.cjs']
const BUILT = /^(dist|build|out|output|lib|es|esm|cjs|compiled)([-_.].*)?$/
const HOMES = ['src', '', 'lib', 'source']

export interface SourceFinder {
  /** The file that a path without a promise of an extension means: itself, its TypeScript source, or its index. */
  find(path: string): string | undefined
  /** The same; where only a build makes the path (`dist/server.js`), the source that it is made of. */
  findSource(path: string, packageFolder: string): string | undefined
}

export function createSourceFinder(files: ReadonlySet<string>): SourceFinder {
  return { find, findSource }

  function find(path: string): string | undefined {
    const bare = path.endsWith('/') ? path.slice(0, -1) : path
    return findFile(bare) ?? findFile(`${bare}/index`)
  }

  function findFile(path: string): string | undefined {
    if (files.has(path)) return path
    const extension = posix.extname(path)
    const sources = SOURCES[extension] ?? []
    const stem = path.slice(0, path.length - extension.length)
    for (const source of sources) if (files.has(stem + source)) return stem + source
    return EXTENSIONS.map((each) => path + each).find((candidate) => files.has(candidate))
  }

  function findSource(path: string, packageFolder: string): string | undefined {
    const found = find(path)
    if (found !== undefined || !path.startsWith(`${packageFolder}/`)) return found
    const segments = path
      .slice(packageFolder.length + 1)
      .replace(/\.d\.([cm]?)ts$/, '.$1js')
      .split('/')
    while (segments.length > 1 && BUILT.test(segments[0] ?? '')) {
      segments.shift()
      const source = findAmong(packageFolder, segments)
      if (source !== undefined) return source
    }
    return undefined
  }

  /** `server.js` is `src/server.ts`; in a monorepo with one output folder `apps/api/main.js` is `apps/api/src/main.ts`. */
  function findAmong(folder: string, segments: readonly string[]): string | undefined {
    const inHomes = HOMES.map((home) => posix.join(folder, home, ...segments))
    const inPackages = segments
      .slice(1)
      .map((_, index) => posix.join(folder, ...segments.toSpliced(index + 1, 0, 'src')))
    for (const candidate of [...inHomes, ...inPackages]) {
      const found = find(candidate)
      if (found !== undefined) return found
    }
    return undefined
  }
}
