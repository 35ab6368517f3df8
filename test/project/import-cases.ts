/** Trees, an import in them, and the file that it means. */
export type Files = Readonly<Record<string, string | object>>

export interface Case {
  readonly story: string
  readonly files: Files
  readonly specifier: string
  readonly from?: string
  readonly to: string | undefined
  /** What the resolver of the oxc project says too, which asks the disk and wants everything installed and built. */
  readonly agreed: boolean
}

export const PATHS = { compilerOptions: { paths: { '@/*': ['./src/*'], db: ['./src/db/index.ts'] } } }
const POOL = { 'src/db/pool.ts': '' }

export const CASES: readonly Case[] = [
  {
    story: 'tsconfig paths',
    files: { 'tsconfig.json': PATHS, ...POOL },
    specifier: '@/db/pool',
    to: 'src/db/pool.ts',
    agreed: true,
  },
  {
    story: 'paths to an index',
    files: { 'tsconfig.json': PATHS, 'src/db/index.ts': '' },
    specifier: '@/db',
    to: 'src/db/index.ts',
    agreed: true,
  },
  {
    story: 'an exact path',
    files: { 'tsconfig.json': PATHS, 'src/db/index.ts': '' },
    specifier: 'db',
    to: 'src/db/index.ts',
    agreed: true,
  },
  {
    story: 'the extension that the output will have',
    files: { 'tsconfig.json': PATHS, ...POOL },
    specifier: '@/db/pool.js',
    to: 'src/db/pool.ts',
    agreed: true,
  },
  {
    story: 'the longest pattern',
    files: {
      'tsconfig.json': { compilerOptions: { paths: { '@/*': ['./a/*'], '@/db/*': ['./b/*'] } } },
      'a/db/pool.ts': '',
      'b/pool.ts': '',
    },
    specifier: '@/db/pool',
    to: 'b/pool.ts',
    agreed: true,
  },
  {
    story: 'the second target, where the first is none',
    files: { 'tsconfig.json': { compilerOptions: { paths: { '@/*': ['./a/*', './b/*'] } } }, 'b/pool.ts': '' },
    specifier: '@/pool',
    to: 'b/pool.ts',
    agreed: true,
  },
  {
    story: 'baseUrl',
    files: { 'tsconfig.json': { compilerOptions: { baseUrl: './src' } }, ...POOL },
    specifier: 'db/pool',
    to: 'src/db/pool.ts',
    agreed: true,
  },
  {
    story: 'paths from a base, relative to that',
    files: { 'tsconfig.base.json': PATHS, 'apps/api/tsconfig.json': { extends: '../../tsconfig.base.json' }, ...POOL },
    from: 'apps/api/src/main.ts',
    specifier: '@/db/pool',
    to: 'src/db/pool.ts',
    agreed: true,
  },
  {
    story: 'paths of a tsconfig with comments and trailing commas',
    files: {
      'tsconfig.json': '{ // why\n "compilerOptions": { "paths": { /* , */ "@/*": ["./src/*",], }, }, }',
      ...POOL,
    },
    specifier: '@/db/pool',
    to: 'src/db/pool.ts',
    agreed: true,
  },
  {
    story: 'paths of a tsconfig whose base is not installed',
    files: { 'tsconfig.json': { extends: '@tsconfig/node24/tsconfig.json', ...PATHS }, ...POOL },
    specifier: '@/db/pool',
    to: 'src/db/pool.ts',
    agreed: false,
  },
  {
    story: 'paths of a tsconfig that extends itself',
    files: { 'tsconfig.json': { extends: './tsconfig.json', ...PATHS }, ...POOL },
    specifier: '@/db/pool',
    to: 'src/db/pool.ts',
    agreed: false,
  },
  {
    story: 'paths of a referenced project',
    files: {
      'tsconfig.json': { files: [], references: [{ path: './tsconfig.app.json' }] },
      'tsconfig.app.json': { include: ['src'], ...PATHS },
      ...POOL,
    },
    specifier: '@/db/pool',
    to: 'src/db/pool.ts',
    agreed: false,
  },
  {
    story: 'jsconfig paths',
    files: { 'jsconfig.json': PATHS, 'src/db/pool.js': '' },
    from: 'src/main.js',
    specifier: '@/db/pool',
    to: 'src/db/pool.js',
    agreed: false,
  },
  {
    story: 'the package’s own imports',
    files: { 'package.json': { imports: { '#db/*': './src/db/*.ts' } }, ...POOL },
    specifier: '#db/pool',
    to: 'src/db/pool.ts',
    agreed: true,
  },
  {
    story: 'imports with conditions, before the build',
    files: {
      'package.json': { imports: { '#db': { types: './dist/db.d.ts', default: './dist/db.js' } } },
      'src/db.ts': '',
    },
    specifier: '#db',
    to: 'src/db.ts',
    agreed: false,
  },
  {
    story: 'the package by its own name',
    files: { 'package.json': { name: 'api', exports: { './db': './src/db/pool.ts' } }, ...POOL },
    specifier: 'api/db',
    to: 'src/db/pool.ts',
    agreed: true,
  },
  {
    story: 'a package of the workspace that is neither linked nor built',
    files: { 'packages/db/package.json': { name: '@shop/db', main: 'dist/index.js' }, 'packages/db/src/index.ts': '' },
    specifier: '@shop/db',
    to: 'packages/db/src/index.ts',
    agreed: false,
  },
  {
    story: 'a package of the workspace without any entry',
    files: { 'packages/db/package.json': { name: '@shop/db' }, 'packages/db/index.js': '' },
    specifier: '@shop/db',
    to: 'packages/db/index.js',
    agreed: false,
  },
  {
    story: 'its subpath by its exports',
    files: {
      'packages/db/package.json': {
        name: '@shop/db',
        exports: { '.': './dist/index.js', './*': { import: './dist/esm/*.js' } },
      },
      'packages/db/src/pool.ts': '',
    },
    specifier: '@shop/db/pool',
    to: 'packages/db/src/pool.ts',
    agreed: false,
  },
  {
    story: 'its subpath as a path',
    files: { 'packages/db/package.json': { name: '@shop/db' }, 'packages/db/lib/pool.js': '' },
    specifier: '@shop/db/lib/pool',
    to: 'packages/db/lib/pool.js',
    agreed: false,
  },
  {
    story: 'its subpath as a path into what is built',
    files: { 'packages/db/package.json': { name: '@shop/db' }, 'packages/db/src/pool.ts': '' },
    specifier: '@shop/db/dist/pool',
    to: 'packages/db/src/pool.ts',
    agreed: false,
  },
  {
    story: 'an alias of module-alias',
    files: { 'package.json': { _moduleAliases: { '@root': '.', '@db': 'src/db' } }, ...POOL },
    specifier: '@db/pool',
    to: 'src/db/pool.ts',
    agreed: false,
  },
  {
    story: 'what a build will write',
    files: { 'package.json': {}, 'src/server.ts': '' },
    from: 'bin/start.js',
    specifier: '../dist/server.js',
    to: 'src/server.ts',
    agreed: false,
  },
  {
    story: 'what a build will write, by the tsconfig’s folders',
    files: {
      'package.json': {},
      'tsconfig.json': { compilerOptions: { rootDir: 'server', outDir: 'target/js' } },
      'server/main.ts': '',
    },
    from: 'index.js',
    specifier: './target/js/main.js',
    to: 'server/main.ts',
    agreed: false,
  },
  {
    story: 'what Nx will write for all packages into one folder',
    files: { 'package.json': {}, 'apps/api/src/main.ts': '' },
    from: 'index.js',
    specifier: './dist/apps/api/main.js',
    to: 'apps/api/src/main.ts',
    agreed: false,
  },
  {
    story: 'nowhere: a generated folder is no build of the sources',
    files: { 'package.json': {}, 'src/client.ts': '' },
    specifier: './generated/client',
    to: undefined,
    agreed: true,
  },
  {
    story: 'nowhere: a package that is not of this tree',
    files: { 'package.json': {}, 'src/pg.ts': '' },
    specifier: 'pg',
    to: undefined,
    agreed: true,
  },
  {
    story: 'nowhere: Node’s own',
    files: { 'tsconfig.json': { compilerOptions: { baseUrl: '.' } }, 'fs.ts': '' },
    specifier: 'node:fs',
    to: undefined,
    agreed: true,
  },
  { story: 'nowhere: out of the tree', files: {}, specifier: '../../../pool', to: undefined, agreed: true },
]
