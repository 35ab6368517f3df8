import { copyFileSync } from 'node:fs'
import { defineConfig } from 'tsdown'

// The catalogue, the analysis and the reading of projects are bundled in; only the parser is native, and stays outside.
export default defineConfig({
  entry: ['index.ts', 'index-worker.ts'],
  format: 'esm',
  fixedExtension: false,
  target: 'node22',
  deps: { onlyBundle: ['ignore'], neverBundle: [/^@?eslint/] },
  dts: { entry: 'index.ts' },
  report: false,
  hooks: {
    'build:done': () => {
      copyFileSync('../node_modules/ignore/LICENSE-MIT', 'dist/ignore.LICENSE')
    },
  },
})
