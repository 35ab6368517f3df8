import { globSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { createAnalysis, type Host } from '../analysis/index.ts'
import { mutants } from '../test/analysis/mutants.ts'

const USAGE = `npm run robustness -- [--programs N] [--tree FOLDER]

Runs the analysis over what nobody wrote for it: N mutants of real files (default: 100000), and every JavaScript and
TypeScript file below FOLDER (default: node_modules), package by package. A crash ends it with the input that made it.`

const CODE = /\.[cm]?[jt]sx?$/
const DECLARATION = /\.d\.[cm]?ts$/

const { values } = parseArgs({
  options: { programs: { type: 'string' }, tree: { type: 'string' }, help: { type: 'boolean' } },
})
if (values.help === true) console.log(USAGE)
else {
  analyseTree(values.tree ?? 'node_modules')
  analyseMutants(Number(values.programs ?? 100_000))
}

function analyseTree(folder: string): void {
  let count = 0
  let slowest = { name: '', ms: 0 }
  const unreadable: string[] = []
  for (const name of packagesIn(folder)) {
    const files = globSync('**/*', { cwd: join(folder, name), exclude: (path) => path.endsWith('/node_modules') })
      .filter((file) => CODE.test(file))
      .map((file) => file.replaceAll('\\', '/'))
    const start = performance.now()
    const report = createAnalysis(hostOf(join(folder, name), files)).check()
    const ms = Math.round(performance.now() - start)
    if (ms > slowest.ms) slowest = { name, ms }
    count += files.length
    unreadable.push(...report.unreadable.map(({ file, why }) => `${name}/${file}: ${why}`))
  }
  console.log(
    `${count} files below ${folder}: no crash; ${unreadable.length} do not parse; slowest: ${slowest.name}, ${slowest.ms} ms`,
  )
}

function packagesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (!entry.isDirectory() || entry.name.startsWith('.')) return []
    const below = join(folder, entry.name)
    const nested = globSync('**/node_modules', { cwd: below }).flatMap((modules) =>
      packagesIn(join(below, modules)).map((name) => join(entry.name, modules, name)),
    )
    const own = entry.name.startsWith('@') ? readdirSync(below).map((name) => join(entry.name, name)) : [entry.name]
    return [...own, ...nested]
  })
}

function hostOf(folder: string, files: readonly string[]): Host {
  return {
    files,
    read(file) {
      try {
        return readFileSync(join(folder, file), 'utf8')
      } catch {
        return undefined
      }
    },
    resolve: () => undefined,
  }
}

function analyseMutants(programs: number): void {
  const texts = globSync(['analysis/**/*.ts', 'templates/**/src/**/*.ts', 'codemod/**/*.ts', 'test/**/*.ts'], {
    exclude: (path) => /node_modules|dist/.test(path),
  })
    .filter((file) => !DECLARATION.test(file))
    .map((file) => readFileSync(file, 'utf8'))
  let parsed = 0
  let tried = 0
  fc.assert(
    fc.property(mutants(texts), (files) => {
      const { unreadable, read } = createAnalysis({
        files: [...files.keys()],
        read: (file) => files.get(file),
        resolve: () => undefined,
      }).check()
      if (unreadable.length < read) parsed++
      if (++tried % 10_000 === 0) console.log(`${tried} mutants: no crash; ${parsed} with a file that parses`)
    }),
    { numRuns: programs },
  )
  console.log(`${tried} mutants: no crash; ${parsed} with a file that parses`)
}
