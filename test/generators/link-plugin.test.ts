import { mkdirSync, readFileSync, realpathSync, symlinkSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { linkPlugin, pluginBeside } from '../../generators/link-plugin.ts'
import { planService } from '../../generators/plan-service.ts'
import { readTemplates } from '../../generators/templates.ts'
import { writeTree } from '../project/written-tree.ts'
import { callYo, emptyFolder, filesOf, type Run } from './scaffolding.ts'

const PLUGIN = 'eslint-plugin-graceful-service'
const checkout = resolve(import.meta.dirname, '../..')
const plugin = join(checkout, 'eslint-plugin')
const { version } = JSON.parse(readFileSync(join(plugin, 'package.json'), 'utf8')) as { version: string }

describe('a service made from a checkout', () => {
  it.each([
    ['npm', 'file:'],
    ['pnpm', 'link:'],
    ['yarn', 'link:'],
  ])('has a link to the plugin that %s follows', async (packageManager, protocol) => {
    const cwd = emptyFolder()
    const made = await make(cwd, 'deep/down/payments', `--package-manager=${packageManager}`)
    expect(made.code, made.stderr).toBe(0)
    const specifier = specifierIn(join(cwd, 'deep/down/payments'))
    expect(specifier.slice(0, protocol.length)).toBe(protocol)
    const target = resolve(cwd, 'deep/down/payments', specifier.slice(protocol.length))
    expect(target).toBe(plugin)
    expect(specifier.slice(protocol.length)).toMatch(/^\.\.\//)
  })

  it('has the link from where its folder really is', async () => {
    const cwd = emptyFolder()
    mkdirSync(join(cwd, 'far/away'), { recursive: true })
    symlinkSync(join(cwd, 'far/away'), join(cwd, 'near'))
    await make(cwd, 'near/payments')
    const real = realpathSync(join(cwd, 'near/payments'))
    expect(resolve(real, specifierIn(real).replace('file:', ''))).toBe(plugin)
  })

  it('says nothing of the link in what makes it again elsewhere', async () => {
    const cwd = emptyFolder()
    const { stderr } = await make(cwd, 'payments')
    expect(stderr.trimEnd().split('\n').at(-1)).not.toContain(plugin)
    const saved = filesOf(join(cwd, 'payments'))['.yo-rc.json'] ?? ''
    expect(saved).not.toContain('plugin')

    const again = writeTree({ 'further/down/payments/.yo-rc.json': saved })
    await callYo('app', ['--skip-install'], join(again, 'further/down/payments'))
    const specifier = specifierIn(join(again, 'further/down/payments'))
    expect(resolve(again, 'further/down/payments', specifier.replace('file:', ''))).toBe(plugin)
  })
})

it('a service made by an installed package has the version that the package was published with', () => {
  const files = Object.fromEntries(
    planService(
      {
        name: 'payments',
        framework: 'http',
        resources: ['sqlite'],
        deploy: [],
        packageManager: 'npm',
        shutdownTimeoutMs: 30_000,
      },
      readTemplates(),
      () => undefined,
    ).map(({ path, text }) => [path, text]),
  )
  expect(devDependenciesIn(files['package.json'] ?? '')[PLUGIN]).toBe(`^${version}`)
})

describe('what is added to a service made before there was a plugin', () => {
  it.each([
    ['resource', 'redis'],
    ['deploy', 'compose'],
  ] as const)('%s leaves its linting alone', async (kind, id) => {
    const cwd = emptyFolder()
    await make(cwd, 'payments')
    const payments = join(cwd, 'payments')
    const before = withoutPlugin(filesOf(payments))
    expect(before['package.json']).not.toContain(PLUGIN)
    const old = writeTree(before)
    const { code, stderr } = await callYo(kind, [id, '--skip-install'], old)
    expect(code, stderr).toBe(0)
    const after = filesOf(old)
    expect(after['package.json']).not.toContain(PLUGIN)
    expect(after['eslint.config.js']).toBe(before['eslint.config.js'])
  })
})

describe('beside an installed generator', () => {
  it.each([
    ['node_modules/generator-graceful-service/dist/generators/app', 'node_modules/eslint-plugin'],
    [
      'work/node_modules/.pnpm/g/node_modules/generator-graceful-service/dist',
      'work/node_modules/.pnpm/g/node_modules/eslint-plugin',
    ],
    ['generators', 'another-plugin'],
  ])('in %s there is no plugin to link to', (folder, beside) => {
    const root = writeTree({
      [join(packageOf(folder), 'package.json')]: { name: 'generator-graceful-service' },
      [join(folder, 'index.js')]: '',
      [join(beside, 'package.json')]: { name: PLUGIN },
    })
    expect(pluginBeside(join(root, folder))).toBeUndefined()
  })

  it('is another one of that folder, and is not meant', () => {
    const root = writeTree({
      'generators/package.json': { name: 'generator-graceful-service' },
      'eslint-plugin/package.json': { name: 'eslint-plugin-of-theirs' },
    })
    expect(pluginBeside(join(root, 'generators'))).toBeUndefined()
  })

  it('is ours in a checkout, whether or not the generators are built', () => {
    const root = writeTree({
      'generators/package.json': { name: 'generator-graceful-service' },
      'generators/dist/generators/app/index.js': '',
      'eslint-plugin/package.json': { name: PLUGIN },
    })
    for (const folder of ['generators', 'generators/dist/generators/app']) {
      expect(pluginBeside(join(root, folder))).toBe(join(root, 'eslint-plugin'))
    }
  })
})

it('the versions of everything else stay as they are', () => {
  const templates = readTemplates()
  const { [PLUGIN]: link, ...others } = linkPlugin(templates, emptyFolder(), 'npm').versions
  expect(link).toMatch(/^file:/)
  expect(templates.versions).toEqual({ ...others, [PLUGIN]: `^${version}` })
})

function make(cwd: string, folder: string, ...flags: readonly string[]): Promise<Run> {
  return callYo('app', [folder, '--defaults', '--skip-install', ...flags], cwd)
}

function specifierIn(service: string): string {
  return devDependenciesIn(readFileSync(join(service, 'package.json'), 'utf8'))[PLUGIN] ?? ''
}

function devDependenciesIn(packageJson: string): Record<string, string> {
  return (JSON.parse(packageJson) as { devDependencies: Record<string, string> }).devDependencies
}

function withoutPlugin(files: Readonly<Record<string, string>>): Record<string, string> {
  const lines = (text = ''): string => text.replaceAll(/^.*graceful(?:-service["']|\.configs).*\n/gm, '')
  return {
    ...files,
    'package.json': lines(files['package.json']),
    'eslint.config.js': lines(files['eslint.config.js']),
  }
}

function packageOf(folder: string): string {
  return folder.endsWith('generators') || folder.endsWith('generator-graceful-service')
    ? folder
    : packageOf(dirname(folder))
}
