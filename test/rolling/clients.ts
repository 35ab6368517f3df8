import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { Agent, request, type IncomingMessage } from 'node:http'
import { json } from 'node:stream/consumers'

export interface Paid {
  readonly amount: number
  readonly currency: string
}

export interface Clients {
  /** The payments that were answered with 201, by their key. */
  readonly answered: ReadonlyMap<string, Paid>
  /** One sentence for each payment that was not: the bar is none. */
  readonly failures: readonly string[]
  /** Resolves when `count` more payments have been answered. */
  readonly moreAnswers: (count: number) => Promise<void>
  /** Resolves when each client has had the answer to its last payment. */
  readonly stop: () => Promise<void>
}

/** A request that takes longer than this was lost, in ms. */
const PATIENCE_MS = 15_000
const CURRENCIES = ['CHF', 'EUR', 'USD']

/** Clients that each keep one connection and post payment after payment without a pause. None is sent twice. */
export function startClients(port: number, count: number): Clients {
  const answered = new Map<string, Paid>()
  const failures: string[] = []
  const waiting = new Set<() => void>()
  let isStopped = false

  async function shop(customer: number): Promise<void> {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    for (let turn = 0; !isStopped; turn++) {
      const key = randomUUID()
      const paid = { amount: 100 + turn, currency: CURRENCIES[customer % CURRENCIES.length] ?? 'EUR' }
      const failure = await pay({ port, agent, key, paid })
      if (failure === undefined) answered.set(key, paid)
      else failures.push(failure)
      for (const look of waiting) look()
    }
    agent.destroy()
  }

  const shopping = Promise.all(Array.from({ length: count }, (_, customer) => shop(customer)))

  async function moreAnswers(count: number): Promise<void> {
    const enough = answered.size + count
    const { promise, resolve } = Promise.withResolvers<undefined>()
    const look = (): void => {
      if (answered.size >= enough) resolve(undefined)
    }
    waiting.add(look)
    await promise
    waiting.delete(look)
  }

  async function stop(): Promise<void> {
    isStopped = true
    await shopping
  }

  return { answered, failures, moreAnswers, stop }
}

interface Payment {
  readonly port: number
  readonly agent: Agent
  readonly key: string
  readonly paid: Paid
}

/** Posts one payment, once. Resolves with why it failed, if it did. */
async function pay({ port, agent, key, paid }: Payment): Promise<string | undefined> {
  const body = JSON.stringify({ order: key, ...paid })
  const headers = { 'Content-Type': 'application/json', 'Content-Length': body.length, 'Idempotency-Key': key }
  const signal = AbortSignal.timeout(PATIENCE_MS)
  const call = request({ port, agent, method: 'POST', path: '/payments', headers, signal })
  try {
    const answer = once(call, 'response') as Promise<[IncomingMessage]>
    call.end(body)
    const [response] = await answer
    const receipt: unknown = await json(response)
    if (response.statusCode === 201) return undefined
    return `${key}: ${response.statusCode ?? 0} ${JSON.stringify(receipt)}`
  } catch (error) {
    const kept = call.reusedSocket ? 'a kept connection' : 'a new connection'
    return `${key}: ${String(error)} on ${kept}`
  }
}
