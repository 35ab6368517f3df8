import type { ServerResponse } from 'node:http'
import type { Payments, Receipt } from './payments.ts'

/** Answers with a stream of server-sent events, one for each payment, which ends when the service stops. */
export function streamPaymentEvents(response: ServerResponse, payments: Payments, stopping: AbortSignal): void {
  const send = (receipt: Receipt): void => void response.write(`event: paid\ndata: ${JSON.stringify(receipt)}\n\n`)
  const end = (): void => {
    payments.off('paid', send) // a client that reads slowly may still be here when the next payment is made
    response.end()
  }
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-cache' }).flushHeaders()
  if (stopping.aborted) return end()
  payments.on('paid', send)
  stopping.addEventListener('abort', end)
  response.once('close', () => {
    payments.off('paid', send)
    stopping.removeEventListener('abort', end)
  })
}
