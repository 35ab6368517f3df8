import { execFileSync, spawnSync } from 'node:child_process'
import { globSync, lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { writeTree } from '../project/written-tree.ts'

const PACKAGE = join(import.meta.dirname, '../../eslint-plugin')

let packed = ''

beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'graceful-packed-'))
  // What `npm ci` has built.
  execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { cwd: PACKAGE, stdio: 'ignore' })
  packed = join(folder, readdirSync(folder)[0] ?? '')
  return () => {
    rmSync(folder, { recursive: true })
  }
})

function projectWith(devDependencies: Readonly<Record<string, string>>): string {
  return writeTree({ 'package.json': { name: 'payments', private: true, type: 'module', devDependencies } })
}

function install(root: string, ...flags: readonly string[]) {
  const args = ['install', '--save-dev', '--ignore-scripts', '--no-audit', '--no-fund', ...flags, packed]
  const { status, stdout, stderr } = spawnSync('npm', args, { cwd: root, encoding: 'utf8' })
  return { status, stdout, conflicts: stderr.split('\n').filter((line) => line.includes('ERESOLVE')) }
}

describe.each(['9', '10'])('the packed plugin installs beside ESLint %s', (eslint) => {
  test.each([
    ['TypeScript 5.9', { typescript: '~5.9.0', 'typescript-eslint': '^8.0.0' }],
    ['TypeScript 6.0', { typescript: '~6.0.0', 'typescript-eslint': '^8.0.0' }],
    ['TypeScript 7.0', { typescript: '~7.0.0' }],
    ['no TypeScript', {}],
  ])('and %s without a conflict', (_, more) => {
    const root = projectWith({ eslint: `^${eslint}.0.0`, ...more })
    expect(install(root, '--dry-run')).toMatchObject({ status: 0, conflicts: [] })
  })
})

test('it brings three small packages and no ESLint, and works when it is installed', () => {
  const root = projectWith({})
  expect(install(root)).toMatchObject({ status: 0, conflicts: [] })
  const manifests = globSync('node_modules/{*,@*/*}/package.json', { cwd: root })
  const names = manifests.map((path) => path.slice('node_modules/'.length, -'/package.json'.length))
  expect(names.filter((name) => !name.startsWith('@oxc-parser/binding-')).toSorted()).toEqual([
    '@oxc-project/types',
    'eslint-plugin-graceful-service',
    'oxc-parser',
  ])
  expect(names).toHaveLength(4)
  const sizes = globSync('node_modules/**', { cwd: root }).map((path) => lstatSync(join(root, path)))
  expect(sizes.reduce((sum, each) => sum + (each.isFile() ? each.size : 0), 0)).toBeLessThan(7_000_000)
  const script = `import plugin from 'eslint-plugin-graceful-service'; console.log(plugin.meta.namespace)`
  const run = spawnSync(process.execPath, ['--input-type=module', '--eval', script], { cwd: root, encoding: 'utf8' })
  expect(run.stdout.trim()).toBe('graceful-service')
})
