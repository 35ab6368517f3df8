import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { request, type Agent, type ClientRequest, type IncomingMessage } from 'node:http'
import { createInterface } from 'node:readline'
import { json } from 'node:stream/consumers'
import { env } from './database.ts'

export interface LogLine {
  readonly msg: string
  readonly step?: string
  readonly name?: string
  readonly exitCode?: number
  readonly address?: { readonly port: number }
}

export interface Service {
  readonly port: number
  readonly process: ChildProcess
  /** All lines that the service has logged so far. */
  readonly lines: readonly LogLine[]
  /** Resolves with the first line, of those logged or to come, that is what is looked for. */
  line(isWanted: (line: LogLine) => boolean): Promise<LogLine>
  /** Resolves when the process has ended and all it logged has been read. */
  readonly ended: Promise<{ exitCode: number | null; signal: NodeJS.Signals | null }>
}

/** Starts the real service on a free port, and waits until it listens. */
export async function startService(settings: Record<string, string> = {}): Promise<Service> {
  const child = spawn(process.execPath, ['src/main.ts'], {
    cwd: new URL('..', import.meta.url),
    env: { ...process.env, ...env, PORT: '0', ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let isRead = false
  const lines: LogLine[] = []
  const waiting = new Set<(line: LogLine) => void>()
  const reader = createInterface({ input: child.stdout }).on('line', (text) => {
    const line = JSON.parse(text) as LogLine
    lines.push(line)
    for (const hear of waiting) hear(line)
  })
  reader.once('close', () => (isRead = true))
  const ended = new Promise<Awaited<Service['ended']>>((resolve) => {
    // The last lines are read after the process has closed its end of the pipe.
    child.once('exit', (exitCode, signal) => {
      if (isRead) resolve({ exitCode, signal })
      else reader.once('close', () => resolve({ exitCode, signal }))
    })
  })

  function line(isWanted: (line: LogLine) => boolean): Promise<LogLine> {
    const { promise, resolve, reject } = Promise.withResolvers<LogLine>()
    const hear = (line: LogLine): void => {
      if (isWanted(line)) resolve(line)
    }
    waiting.add(hear)
    lines.forEach(hear)
    void ended.then(() => reject(new Error(`the service ended before; it logged ${JSON.stringify(lines)}`)))
    return promise.finally(() => waiting.delete(hear))
  }

  const { address } = await line(({ address }) => address !== undefined)
  return { port: address?.port ?? 0, process: child, lines, line, ended }
}

/** Sends the head of a payment, and resolves when the service has begun to handle it; `end(body)` sends the rest. */
export async function beginPayment({ port }: Service, key: string, agent?: Agent): Promise<ClientRequest> {
  const payment = request({
    port,
    agent,
    method: 'POST',
    path: '/payments',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key, Expect: '100-continue' },
  })
  payment.flushHeaders()
  await once(payment, 'continue')
  return payment
}

export async function answerOf(call: ClientRequest): Promise<{ response: IncomingMessage; body: unknown }> {
  const [response] = (await once(call, 'response')) as [IncomingMessage]
  return { response, body: await json(response) }
}

/** A payment from its first byte to its answer. */
export async function pay(service: Service, key: string, payment: object) {
  const call = await beginPayment(service, key)
  call.end(JSON.stringify(payment))
  return await answerOf(call)
}
