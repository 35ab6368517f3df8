import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { text } from 'node:stream/consumers'

export const CLI = resolve(import.meta.dirname, '../../codemod/cli.ts')

export interface Called {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** `graceful-codemod` as a process of its own, without a terminal. */
export function call(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Called> {
  return run(process.execPath, [CLI, ...args], cwd, env)
}

/** A command line on a terminal of its own, by util-linux's script. All that it shows is in `stdout`. */
export function callOnTerminal(cwd: string, command: string, env: NodeJS.ProcessEnv = {}): Promise<Called> {
  return run('script', ['--quiet', '--return', '--command', command, '/dev/null'], cwd, {
    TERM: 'xterm-256color',
    ...env,
  })
}

async function run(command: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Promise<Called> {
  // What the machine of the tests says of colours is not for the program under test; CI means none to Node:
  // https://nodejs.org/docs/latest-v24.x/api/tty.html#writestreamgetcolordepthenv
  const own = {
    ...process.env,
    CI: undefined,
    FORCE_COLOR: undefined,
    NO_COLOR: undefined,
    NODE_DISABLE_COLORS: undefined,
  }
  const child = spawn(command, args, { cwd, env: { ...own, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  const exit = new Promise<number | null>((settle, fail) => child.on('close', settle).on('error', fail))
  const [code, stdout, stderr] = await Promise.all([exit, text(child.stdout), text(child.stderr)])
  return { code, stdout, stderr }
}
