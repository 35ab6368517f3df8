import { spawnSync } from 'node:child_process'
import { chownSync, cpSync, existsSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { emptyFolder, filesOf, run, type Run } from './scaffolding.ts'

const root = resolve(import.meta.dirname, '../..')
// yo gives up the rights of root for those of this user, and so must whoever runs it.
const USER = 1000
const asUser =
  process.getuid?.() === 0
    ? ['setpriv', `--reuid=${USER}`, `--regid=${USER}`, '--clear-groups', process.execPath]
    : [process.execPath]
const [command = '', ...before] = asUser
const canRunYo = spawnSync(command, [...before, '--eval', `fs.accessSync(${JSON.stringify(root)})`]).status === 0

describe.skipIf(!canRunYo)('yo, with the built generators and the environment that it brings', () => {
  beforeAll(() => {
    if (isStale()) spawnSync('npx', ['tsdown'], { cwd: join(root, 'generators'), stdio: 'inherit' })
  })

  it('makes a service, adds to it from a sub-folder, and changes nothing the second time', async () => {
    const cwd = folderOfUser()
    const made = await yo(['graceful-service', '--skip-install', 'payments', '--defaults'], cwd)
    expect(made.code, made.stderr).toBe(0)
    expect(made.stderr.trimEnd().split('\n').at(-1)).toBe(
      'yo graceful-service payments --framework=http --resources=sqlite --deploy=docker --package-manager=npm --name=payments',
    )

    const payments = join(cwd, 'payments')
    const added = await yo(['graceful-service:resource', 'redis', '--skip-install'], join(payments, 'src'))
    expect(added.code, added.stderr).toBe(0)
    const whole = filesOf(payments)
    expect(whole['src/main.ts']).toContain("own('redis'")
    expect(whole['package.json']).toContain(`/eslint-plugin",\n`)

    const again = await yo(['graceful-service:resource', 'redis'], payments)
    expect(again.stderr).toContain('Nothing to add')
    expect(filesOf(payments)).toEqual(whole)
  })

  it('gives a service the published plugin, where it is installed itself', async () => {
    const cwd = emptyFolder()
    const modules = join(cwd, 'node_modules')
    const installed = join(modules, 'generator-graceful-service')
    for (const part of ['package.json', 'bin', 'dist']) {
      cpSync(join(root, 'generators', part), join(installed, part), { recursive: true })
    }
    for (const name of ['yeoman-environment', 'yeoman-generator', 'mem-fs', 'ts-morph', 'yaml']) {
      symlinkSync(join(root, 'node_modules', name), join(modules, name))
    }
    const create = join(installed, 'bin/create-graceful-service.js')
    const made = await run(process.execPath, [create, 'payments', '--defaults', '--skip-install'], cwd)
    expect(made.code, made.stderr).toBe(0)
    expect(readFileSync(join(cwd, 'payments/package.json'), 'utf8')).toMatch(
      /"eslint-plugin-graceful-service": "\^\d+\.\d+\.\d+"/,
    )
  })

  it('ends with code 2 over a mistake, after the line of its own', async () => {
    const { code, stderr } = await yo(['graceful-service', 'payments', '--frameowrk=http'], folderOfUser())
    expect(code).toBe(2)
    expect(stderr.trim().split('\n').at(-1)).toBe('There is no flag --frameowrk: did you mean --framework?')
  })

  it('prints the help of ours', async () => {
    const { code, stdout } = await yo(['graceful-service:deploy', '--help'], folderOfUser())
    expect(code).toBe(0)
    expect(stdout).toContain('yo graceful-service:deploy ID... [FLAG...]')
  })
})

function folderOfUser(): string {
  const folder = emptyFolder()
  if (process.getuid?.() === 0) chownSync(folder, USER, USER)
  return folder
}

function yo(args: readonly string[], cwd: string): Promise<Run> {
  return run(command, [...before, join(root, 'node_modules/yo/lib/cli.js'), ...args], cwd, {
    HOME: cwd,
    NO_UPDATE_NOTIFIER: '1',
  })
}

// `npm ci` builds them. Whoever edits them tests what was edited.
function isStale(): boolean {
  const built = join(root, 'generators/dist/create.js')
  if (!existsSync(built)) return true
  const { mtimeMs } = statSync(built)
  const sources = ['generators', 'codemod/edits', 'templates'].flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, withFileTypes: true }),
  )
  return sources.some(
    (source) =>
      source.isFile() &&
      !/dist|node_modules/.test(source.parentPath.slice(root.length)) &&
      statSync(join(source.parentPath, source.name)).mtimeMs > mtimeMs,
  )
}
