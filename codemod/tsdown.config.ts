import { defineConfig } from 'tsdown'

// The catalogue, the analysis and the reading of projects are bundled in; only the parser is native, and stays outside.
export default defineConfig({
  entry: ['cli.ts', 'index.ts', 'check-worker.ts'],
  format: 'esm',
  fixedExtension: false,
  target: 'node22',
  dts: { entry: 'index.ts' },
  report: false,
})
