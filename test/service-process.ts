import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** A line of a service's log, with the fields that tests look at. */
export interface LogLine {
  readonly msg: string
  readonly level: string
  readonly step?: string
  readonly name?: string
  readonly ms?: number
  readonly took?: number
  readonly exitCode?: number
  readonly failures?: readonly string[]
  readonly releasing?: readonly string[]
  readonly open?: readonly string[]
  readonly err?: { readonly message: string }
  readonly address?: { readonly port: number }
}

export interface Ending {
  readonly exitCode: number | null
  readonly signal: NodeJS.Signals | null
  /** When the process had ended, in ms on the clock of `performance.now()`. */
  readonly at: number
}

export interface ServiceProcess {
  readonly child: ChildProcess
  readonly lines: readonly LogLine[]
  /** Resolves with the first line that is wanted, of those there are and those to come. */
  readonly line: (isWanted: (line: LogLine) => boolean) => Promise<LogLine>
  readonly ended: Promise<Ending>
  /** Sends a signal, and resolves when the service says that it has heard the first. */
  readonly signal: (signal: NodeJS.Signals) => Promise<void>
  /** Names of what was released, in order. */
  readonly released: () => (string | undefined)[]
}

/** Starts `node src/main.ts`, or `main.js`, in the folder of a service, without waiting for anything. */
export function launch(folder: string, settings: Record<string, string> = {}): ServiceProcess {
  const main = ['src/main.ts', 'src/main.js'].find((path) => existsSync(join(folder, path))) ?? 'src/main.ts'
  const child = spawn(process.execPath, [main], {
    cwd: folder,
    env: { ...process.env, PORT: '0', SQLITE_PATH: ':memory:', ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines: LogLine[] = []
  const waiting = new Set<(line: LogLine) => void>()
  const reader = createInterface({ input: child.stdout })
  reader.on('line', (text) => {
    const line = JSON.parse(text) as LogLine
    lines.push(line)
    for (const hear of waiting) hear(line)
  })
  const isRead = new Promise<void>((resolve) => reader.once('close', resolve))
  const ended = new Promise<Ending>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (exitCode, signal) => {
      const at = performance.now()
      void isRead.then(() => {
        resolve({ exitCode, signal, at })
      })
    })
  })

  function line(isWanted: (line: LogLine) => boolean): Promise<LogLine> {
    const { promise, resolve, reject } = Promise.withResolvers<LogLine>()
    const hear = (candidate: LogLine): void => {
      if (isWanted(candidate)) resolve(candidate)
    }
    waiting.add(hear)
    lines.forEach(hear)
    void ended.then(() => {
      reject(new Error(`the service ended before; it logged\n${lines.map((each) => JSON.stringify(each)).join('\n')}`))
    })
    return promise.finally(() => waiting.delete(hear))
  }

  return {
    child,
    lines,
    line,
    ended,
    async signal(signal) {
      child.kill(signal)
      await line(({ step }) => step === 'signal')
    },
    released: () => lines.filter(({ step }) => step === 'released').map(({ name }) => name),
  }
}

/** Starts a scaffolded service and waits until it listens. */
export async function start(
  folder: string,
  settings: Record<string, string> = {},
): Promise<ServiceProcess & { readonly port: number }> {
  const service = launch(folder, settings)
  const { address } = await service.line((line) => line.address !== undefined)
  return { ...service, port: address?.port ?? 0 }
}
