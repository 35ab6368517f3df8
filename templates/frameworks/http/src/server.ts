import { createServer as createHttpServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { log } from './log.ts'
import { streamPaymentEvents } from './payment-events.ts'
import { PaymentError, type Payments } from './payments.ts'

const MAX_BODY_BYTES = 65_536

export interface Dependencies {
  readonly payments: Payments
  readonly stopping: AbortSignal
}

export function createServer(dependencies: Dependencies): Server {
  return createHttpServer((request, response) => {
    route(request, response, dependencies).catch((error: unknown) => {
      if (response.destroyed) return // the client has gone
      if (!(error instanceof PaymentError)) log.error({ err: error, url: request.url }, 'request failed')
      if (!request.complete && !response.headersSent) response.setHeader('Connection', 'close') // nobody reads the rest
      if (response.headersSent) response.destroy()
      else if (error instanceof PaymentError) answer(response, error.status, { error: error.message })
      else answer(response, 500, { error: 'Something went wrong' })
    })
  })
}

async function route(
  request: IncomingMessage,
  response: ServerResponse,
  { payments, stopping }: Dependencies,
): Promise<void> {
  const { method = '', url = '' } = request
  const path = url.split('?', 1)[0] ?? ''
  if (method === 'GET' && path === '/health/live') return answer(response, 200, { status: 'live' })
  if (method === 'GET' && path === '/health/ready') {
    return stopping.aborted ? answer(response, 503, { status: 'stopping' }) : answer(response, 200, { status: 'ready' })
  }
  if (method === 'POST' && path === '/payments') {
    const { receipt, isNew } = await payments.pay(request.headers['idempotency-key'], await readJson(request))
    return answer(response, isNew ? 201 : 200, receipt)
  }
  if (method === 'GET' && path === '/payments/events') return streamPaymentEvents(response, payments, stopping)
  if (method === 'GET' && path.startsWith('/payments/')) {
    const receipt = await payments.ledger.find(readKey(path.slice('/payments/'.length)))
    if (receipt) return answer(response, 200, receipt)
  }
  answer(response, 404, { error: `There is no ${method} ${path}` })
}

function readKey(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    throw new PaymentError(400, `${segment} is not a part of a URL`)
  }
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MAX_BODY_BYTES) throw new PaymentError(413, `The body is longer than ${MAX_BODY_BYTES} bytes`)
    chunks.push(chunk)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString())
  } catch {
    throw new PaymentError(400, 'The body is not JSON')
  }
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
}
