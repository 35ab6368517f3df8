import { cpSync, rmSync } from 'node:fs'
import { defineConfig } from 'tsdown'

// The catalogue, the analysis and the reading of projects are bundled in; only the parser is native, and stays outside.
export default defineConfig({
  entry: ['cli.ts', 'index.ts', 'check-worker.ts'],
  format: 'esm',
  fixedExtension: false,
  target: 'node22',
  dts: { entry: 'index.ts' },
  report: false,
  // The page of `report` is put together from files: a style and a script are read where the program stands.
  copy: ['reporters/html/page.css', 'reporters/html/page.js'],
  hooks: {
    'build:done': () => {
      rmSync('dist/templates', { recursive: true, force: true })
      for (const folder of ['base/src/lifecycle', 'adopted']) {
        cpSync(`../templates/${folder}`, `dist/templates/${folder}`, { recursive: true })
      }
    },
  },
})
