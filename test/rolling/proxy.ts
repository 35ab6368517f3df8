import { once } from 'node:events'
import { Agent, createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import { pipeline } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { portOf } from './free-ports.ts'

export interface Proxy {
  readonly port: number
  /** Resolves when the proxy has seen that the instance on this port is ready, or is not. */
  readonly sees: (port: number, state: 'ready' | 'not ready') => Promise<void>
  readonly close: () => Promise<void>
}

interface Instance {
  readonly port: number
  readonly agent: Agent
  isReady: boolean
}

/** How often an instance is asked whether it is ready, in ms. */
const POLL_MS = 25

/**
 * Hands each request to one of the instances that said they are ready, in turn, on connections that it keeps.
 * A request that fails is answered with 502 and never sent again: a retry would hide that it was lost.
 */
export async function openProxy(ports: readonly number[]): Promise<Proxy> {
  const instances = ports.map((port): Instance => ({ port, agent: keepingAgent(), isReady: false }))
  const waiting = new Set<() => void>()
  const closing = new AbortController()
  let turn = 0

  const server = createServer((incoming, response) => {
    const ready = instances.filter(({ isReady }) => isReady)
    const instance = ready[turn++ % ready.length]
    if (instance) forward(incoming, response, instance)
    else answerFailure(response, 503, 'no instance is ready')
  })
  server.keepAliveTimeout = 0 // the clients' connections are not what is tested
  server.listen(0)
  await once(server, 'listening')
  const watching = instances.map(async (instance) => {
    const agent = keepingAgent()
    while (!closing.signal.aborted) {
      instance.isReady = await isReady(instance.port, agent)
      for (const look of waiting) look()
      await sleep(POLL_MS, undefined, { signal: closing.signal }).catch(() => undefined)
    }
    agent.destroy()
  })

  async function sees(port: number, state: 'ready' | 'not ready'): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<undefined>()
    const look = (): void => {
      if (instances.some((it) => it.port === port && it.isReady === (state === 'ready'))) resolve(undefined)
    }
    waiting.add(look)
    look()
    await promise
    waiting.delete(look)
  }

  async function close(): Promise<void> {
    closing.abort()
    await Promise.all(watching)
    server.close()
    server.closeAllConnections()
    for (const { agent } of instances) agent.destroy()
  }

  return { port: portOf(server.address()), sees, close }
}

function forward(incoming: IncomingMessage, response: ServerResponse, { port, agent }: Instance): void {
  const { method, url: path } = incoming
  const call = request({ port, agent, method, path, headers: withoutConnection(incoming) })
  call.once('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, withoutConnection(answer))
    pipeline(answer, response, () => undefined) // a broken answer breaks the client's connection, which counts it
  })
  call.once('error', (error) => {
    const kept = call.reusedSocket ? 'a kept connection' : 'a new connection'
    if (response.headersSent) response.destroy()
    else answerFailure(response, 502, `${error.message} on ${kept} to ${port}`)
  })
  incoming.pipe(call)
}

async function isReady(port: number, agent: Agent): Promise<boolean> {
  const call = request({ port, agent, path: '/health/ready' })
  try {
    const [answer] = (await once(call.end(), 'response')) as [IncomingMessage]
    answer.resume()
    return answer.statusCode === 200
  } catch {
    return false
  }
}

/** Takes its connections in turn, so that none is idle while others are busy. */
function keepingAgent(): Agent {
  return new Agent({ keepAlive: true, scheduling: 'fifo' })
}

// Whether a connection is kept is a matter of its two ends. https://www.rfc-editor.org/rfc/rfc9110#section-7.6.1
function withoutConnection({ headers }: IncomingMessage) {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !['connection', 'keep-alive'].includes(name)))
}

function answerFailure(response: ServerResponse, status: number, error: string): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify({ error }))
}
