import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Writable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { createEnv } from 'yeoman-environment'
import { onTestFinished } from 'vitest'

const generators = resolve(import.meta.dirname, '../../generators')

export interface Run {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A folder that is gone when its test is. */
export function emptyFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'graceful-')))
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}

/** `create-graceful-service` as a process of its own, without a terminal. */
export function create(args: readonly string[], cwd: string, env?: NodeJS.ProcessEnv): Promise<Run> {
  return run(process.execPath, [join(generators, 'create.ts'), ...args], cwd, env)
}

/** Runs a command without a terminal. */
export async function run(
  command: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = {},
): Promise<Run> {
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  const exit = new Promise<number | null>((settle) => child.on('close', settle))
  const [code, stdout, stderr] = await Promise.all([exit, text(child.stdout), text(child.stderr)])
  return { code, stdout, stderr }
}

/** `yo graceful-service` and its sub-generators, in this process and yeoman-environment 7. yo exits with an error's code. */
export async function callYo(kind: 'app' | 'resource' | 'deploy', args: string[], cwd: string): Promise<Run> {
  const words = args.filter((arg) => !arg.startsWith('--'))
  const flags = args.filter((arg) => arg.startsWith('--')).map((arg) => arg.slice(2).split('='))
  // Who runs the tests may sit at one; nobody answers here.
  process.stdin.isTTY = false
  const said: string[] = []
  const stream = new Writable({
    write(chunk, _, done) {
      said.push(String(chunk))
      done()
    },
  })
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Yeoman only writes to it
  const output = stream as NodeJS.WriteStream
  const env = createEnv({ cwd, stdout: output, stderr: output })
  env.register(join(generators, kind, 'index.ts'), { namespace: `graceful-service:${kind}` })
  try {
    const options = Object.fromEntries(flags.map(([flag = '', value]) => [camelCased(flag), value ?? true]))
    await env.run([`graceful-service:${kind}`, ...words], options)
    return { code: 0, stdout: '', stderr: said.join('') }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const code = 'code' in error && typeof error.code === 'number' ? error.code : 1
    return { code, stdout: '', stderr: said.join('') + error.message }
  }
}

function camelCased(flag: string): string {
  return flag.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

/** Every file of a folder with its text, by its path. */
export function filesOf(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort()
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]))
}
