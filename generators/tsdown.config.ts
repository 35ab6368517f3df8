import { cpSync, rmSync } from 'node:fs'
import { defineConfig } from 'tsdown'

// yo finds its generators in dist/generators; scaffold is the room's door, under a name that yo takes for no generator.
export default defineConfig({
  entry: {
    'generators/app/index': 'app/index.ts',
    'generators/resource/index': 'resource/index.ts',
    'generators/deploy/index': 'deploy/index.ts',
    create: 'create.ts',
    scaffold: 'index.ts',
  },
  format: 'esm',
  fixedExtension: false,
  target: 'node22',
  dts: { entry: 'index.ts' },
  report: false,
  hooks: {
    'build:done': () => {
      rmSync('dist/templates', { recursive: true, force: true })
      cpSync('../templates', 'dist/templates', {
        recursive: true,
        // The lifecycle for other people's code is the codemod's.
        filter: (path) => !/node_modules|[\\/]adopted/.test(path),
      })
    },
  },
})
