import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'
import type { LogLine } from '../service-process.ts'

export interface Launch {
  /** The folder of the service. */
  readonly folder: string
  /** What starts it: a shell would call it the foreground process. */
  readonly command: readonly [file: string, ...args: string[]]
  readonly env?: Readonly<Record<string, string>>
}

export interface Launched {
  readonly child: ChildProcess
  readonly lines: readonly LogLine[]
  /** The port on which the service listens, once it does. */
  readonly port: Promise<number>
  /** Resolves when the service has heard a signal. */
  readonly stopping: Promise<LogLine>
  /** How the launcher ended, when all that the service logged has been read. */
  readonly ended: Promise<{ readonly exitCode: number | null; readonly signal: NodeJS.Signals | null }>
}

/** Starts a service by the program that starts it on a platform, in a process group of its own. */
export function launchedBy({ folder, command: [file, ...args], env }: Launch): Launched {
  const child = spawn(file, args, {
    cwd: folder,
    env: { ...process.env, PORT: '0', SQLITE_PATH: ':memory:', ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
  })
  const lines: LogLine[] = []
  const waiting = new Set<() => void>()
  const reader = createInterface({ input: child.stdout }).on('line', (text) => {
    const [json] = /\{.*\}/.exec(text) ?? [] // besides it npm's own words, and the ^C that a terminal echoes
    if (json === undefined) return
    lines.push(JSON.parse(json) as LogLine)
    for (const look of waiting) look()
  })
  const read = once(reader, 'close')
  const ended = ending()
  onTestFinished(async () => {
    if (child.exitCode === null && child.signalCode === null) killGroup(child, 'SIGKILL')
    await ended
  })

  async function ending(): Promise<Awaited<Launched['ended']>> {
    const [exitCode, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null]
    await read
    return { exitCode, signal }
  }

  async function line(isWanted: (line: LogLine) => boolean): Promise<LogLine> {
    const { promise, resolve, reject } = Promise.withResolvers<LogLine>()
    const look = (): void => {
      const wanted = lines.find(isWanted)
      if (wanted) resolve(wanted)
    }
    waiting.add(look)
    look()
    ended.then((ending) => {
      reject(new Error(`It ended before, ${JSON.stringify(ending)}, and logged ${JSON.stringify(lines)}`))
    }, reject)
    return promise.finally(() => waiting.delete(look))
  }

  const port = line(({ address }) => address !== undefined).then(({ address }) => address?.port ?? 0)
  const stopping = line(({ step }) => step === 'signal')
  for (const promise of [port, stopping]) promise.catch(() => undefined) // of a test that looks for neither
  return { child, lines, port, stopping, ended }
}

/** Sends a signal to all processes of the group, as a terminal does. */
export function killGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) throw new Error('The process did not start')
  process.kill(-pid, signal)
}
