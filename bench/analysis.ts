import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { isSource, openProject } from '../project/index.ts'
import { measure } from './measured.ts'
import { spread } from './spread.ts'
import { writeServiceTree } from './tree/index.ts'

/** A little more than 5,000 files. */
const SERVICES = 90
const ROUNDS = 10
const LINTS = 5
const RELINTS = 20
const FRESH = 5
const MB = 1024 * 1024
const ESLINT = join(import.meta.dirname, '../node_modules/eslint/bin/eslint.js')

/**
 * What the analysis costs beside what is needed in any case: parsing every file of the tree, and a lint without the
 * plugin. Each ratio is of two figures taken in turn. Given a folder, that is measured instead of a generated tree, and
 * nothing in it is written.
 */
export async function benchAnalysis(given?: string): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'graceful-bench-'))
  try {
    const tree = given === undefined ? join(scratch, 'once') : resolve(given)
    if (given === undefined) writeServiceTree(tree, SERVICES)
    console.log(`\nanalysis of ${count(tree)} files\n`)
    await benchCheck(tree)
    await benchCodemod(tree)
    if (given === undefined) {
      const twice = join(scratch, 'twice')
      writeServiceTree(twice, 2 * SERVICES)
      await benchDoubling(twice, tree)
    }
    await benchLint(tree)
    if (given === undefined) await benchRelint(tree)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

async function benchCheck(tree: string): Promise<void> {
  const { times } = await measure('check-task.ts', 'check-and-parse', tree, String(ROUNDS))
  row('check / parsing every file, in one process', ratios(times), 'at most 1')
  const fresh: number[] = []
  const peaks: number[] = []
  const peaksOfParse: number[] = []
  for (let round = 0; round < FRESH; round++) {
    const checked = await measure('check-task.ts', 'check', tree)
    const parsed = await measure('check-task.ts', 'parse', tree)
    fresh.push((checked.times[0] ?? NaN) / (parsed.times[0] ?? NaN))
    peaks.push(checked.peakBytes / MB)
    peaksOfParse.push(parsed.peakBytes / MB)
  }
  row('check / parsing every file, each in a new process', fresh)
  row('one check, ms', even(times))
  row('peak memory of a check, MB', peaks, 'at most 400')
  row('peak memory of parsing every file, MB', peaksOfParse)
}

async function benchCodemod(tree: string): Promise<void> {
  const besides = await measure('check-task.ts', 'check-and-analysis', tree, String(ROUNDS))
  row('graceful-codemod check / the analysis alone', ratios(besides.times), 'at most 1.2')
  const again = await measure('check-task.ts', 'second-and-first', tree, String(FRESH))
  row('a second check with the cache / the first', ratios(again.times), 'at most 0.33')
}

async function benchDoubling(twice: string, tree: string): Promise<void> {
  const { times } = await measure('check-task.ts', 'check-both', twice, tree, String(ROUNDS))
  row(`check of ${count(twice)} files / of ${count(tree)}`, ratios(times), 'at most 2.2')
}

async function benchLint(tree: string): Promise<void> {
  const times: number[] = []
  for (let round = 0; round < LINTS; round++) {
    const [first, second] = round % 2 === 0 ? (['with', 'without'] as const) : (['without', 'with'] as const)
    const taken = { [first]: await runEslint(tree, first), [second]: await runEslint(tree, second) }
    times.push(taken.with ?? NaN, taken.without ?? NaN)
  }
  row('eslint with the plugin / without', ratios(times), 'at most 1.1')
  row('eslint without the plugin, ms', odd(times))
}

/** The command as a person runs it, from its start to its end, with the plugin as it is built; in ms. */
async function runEslint(tree: string, how: 'with' | 'without'): Promise<number> {
  const config = join(import.meta.dirname, `lint/${how}.config.js`)
  const start = performance.now()
  const child = spawn(process.execPath, [ESLINT, '--config', config, '.'], { cwd: tree, stdio: 'ignore' })
  const [status] = (await once(child, 'exit')) as [number | null]
  if (status !== 0 && status !== 1) throw new Error(`eslint ended with ${status ?? 'a signal'}`)
  return performance.now() - start
}

async function benchRelint(tree: string): Promise<void> {
  const file = join(tree, 'services/service-0/src/main.ts')
  const { times } = await measure('lint-task.ts', 'relint', tree, file, String(RELINTS))
  const extra = even(times).map((ms, index) => ms - (odd(times)[index] ?? NaN))
  row('second lint of a changed file, ms more than without', extra, 'at most 50')
}

function ratios(times: readonly number[]): readonly number[] {
  return even(times).map((ms, index) => ms / (odd(times)[index] ?? NaN))
}

function even(times: readonly number[]): readonly number[] {
  return times.filter((_, index) => index % 2 === 0)
}

function odd(times: readonly number[]): readonly number[] {
  return times.filter((_, index) => index % 2 === 1)
}

function row(what: string, values: readonly number[], bar = ''): void {
  const { low, median, high } = spread(values)
  const shown = [median, low, high].map((value) => value.toFixed(value < 10 ? 2 : 0).padStart(8))
  console.log(`${what.padEnd(56)}${shown[0] ?? ''}  (${shown.slice(1).join(' to').trim()})`.padEnd(90) + bar)
}

function count(tree: string): string {
  return openProject(tree).files.filter(isSource).length.toLocaleString('en')
}
