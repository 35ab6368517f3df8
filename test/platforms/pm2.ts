import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { openSync, closeSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { LogLine } from '../service-process.ts'

export interface Pm2 {
  /** Runs the command-line tool, and rejects with what it printed if it fails. */
  readonly run: (...args: string[]) => Promise<void>
  /** What the workers have logged, by the file that PM2 keeps of each. */
  readonly logs: () => Promise<Record<string, LogLine[]>>
  /** What PM2's daemon says of the workers that have ended. */
  readonly exits: () => Promise<string[]>
}

const PM2 = createRequire(import.meta.url).resolve('pm2/bin/pm2')

/** A PM2 of its own, whose daemon ends with the test. Its workers run on the Node that runs this. */
export async function startPm2(env: Readonly<Record<string, string>>): Promise<Pm2> {
  const home = await mkdtemp(join(tmpdir(), 'pm2-'))
  const output = join(home, 'output.log')

  async function run(...args: string[]): Promise<void> {
    const log = openSync(output, 'w') // a file: into a pipe it does not write all that it has to say
    const child = spawn(process.execPath, [PM2, ...args], {
      env: { ...process.env, ...env, PM2_HOME: home, PM2_DISCRETE_MODE: 'true', PM2_DISABLE_VERSION_CHECK: 'true' },
      stdio: ['ignore', log, log],
    })
    closeSync(log)
    const [exitCode] = (await once(child, 'exit')) as [number | null]
    if (exitCode !== 0)
      throw new Error(`pm2 ${args.join(' ')}: exit code ${String(exitCode)}\n${await readFile(output, 'utf8')}`)
  }
  onTestFinished(async () => {
    await run('kill')
    await rm(home, { recursive: true })
  })

  async function logs(): Promise<Record<string, LogLine[]>> {
    const files = (await readdir(join(home, 'logs'))).filter((file) => file.includes('-out-'))
    const read = files.map(async (file) => [file, await readLog(join(home, 'logs', file))] as const)
    return Object.fromEntries(await Promise.all(read))
  }

  async function exits(): Promise<string[]> {
    const text = await readFile(join(home, 'pm2.log'), 'utf8')
    return [...text.matchAll(/exited with (code .*)/g)].map(([, exit = '']) => exit)
  }

  return { run, logs, exits }
}

async function readLog(path: string): Promise<LogLine[]> {
  const text = await readFile(path, 'utf8')
  return text
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as LogLine)
}
