import { once } from 'node:events'
import { request, type Agent, type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http'
import { connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'

export interface Answer {
  readonly status: number | undefined
  readonly connection: string | undefined
  readonly body: string
  /** When the last byte had come, in ms on the clock of `performance.now()`. */
  readonly at: number
}

/** Sends a request; it is on its way when this returns. */
export function send(port: number, path: string, options: RequestOptions = {}): ClientRequest {
  const call = request({ port, path, ...options })
  if (options.method === undefined) call.end()
  return call
}

export async function answerOf(call: ClientRequest): Promise<Answer> {
  const [response] = (await once(call, 'response')) as [IncomingMessage]
  const body = await text(response)
  return { status: response.statusCode, connection: response.headers.connection, body, at: performance.now() }
}

export function get(port: number, path: string, options: RequestOptions = {}): Promise<Answer> {
  return answerOf(send(port, path, options))
}

/** A payment whose head the service has begun to handle. It is paid when `end(body)` has sent the rest. */
export async function beginPayment(port: number, key: string, agent?: Agent): Promise<ClientRequest> {
  const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': key, Expect: '100-continue' }
  const call = send(port, '/payments', { method: 'POST', headers, ...(agent && { agent }) })
  call.flushHeaders()
  await once(call, 'continue')
  return call
}

export function paymentOf(order: string): string {
  return JSON.stringify({ order, amount: 4200, currency: 'EUR' })
}

/** A bare connection, with all that came on it. */
export async function open(port: number): Promise<{ socket: Socket; received: () => string; closed: Promise<number> }> {
  const socket = connect(port, '127.0.0.1')
  let received = ''
  socket.on('data', (chunk: Buffer) => (received += chunk.toString()))
  socket.on('error', () => undefined)
  const closed = once(socket, 'close').then(() => performance.now())
  await once(socket, 'connect')
  return { socket, received: () => received, closed }
}

/** Sends a whole request on a bare connection and waits until its answer has come: then the connection is idle. */
export async function exchange(connection: Awaited<ReturnType<typeof open>>, path: string): Promise<string> {
  const before = connection.received().length
  connection.socket.write(`GET ${path} HTTP/1.1\r\nHost: service\r\n\r\n`)
  for (;;) {
    const answer = connection.received().slice(before)
    const [head, body] = answer.split('\r\n\r\n', 2)
    const length = /content-length: (\d+)/i.exec(head ?? '')?.[1]
    if (length !== undefined && body?.length === Number(length)) return answer
    if (answer.endsWith('0\r\n\r\n')) return answer
    await Promise.race([once(connection.socket, 'data'), connection.closed])
    if (connection.socket.destroyed && connection.received().length === before + answer.length) return answer
  }
}

/** How a new connection fares: 'accepted', or the code of its error. */
export async function knock(port: number): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  try {
    await once(socket, 'connect')
    return 'accepted'
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error)
  } finally {
    socket.destroy()
  }
}

/** Asks again and again, for as long as the answer is not what is waited for. */
export async function until(isSo: () => boolean | Promise<boolean>, withinMs = 10_000): Promise<void> {
  const end = performance.now() + withinMs
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`not so within ${withinMs} ms: ${isSo.toString()}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
