import { once } from 'node:events'
import type { Server } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { WebSocket, WebSocketServer } from 'ws'
import { log } from './log.ts'
import type { Payments, Receipt } from './payments.ts'

export const WEBSOCKET_PATH = '/payments/live'

/** https://www.rfc-editor.org/rfc/rfc6455#section-7.4.1 */
const GOING_AWAY = 1001
/** Nothing is expected from a client. */
const MAX_MESSAGE_BYTES = 1_024
/** How long a client may take to answer the close, in ms. One that is gone never will. */
const CLOSE_TIMEOUT_MS = 1_000

/** Sends each payment to all who are connected. */
export function acceptWebSockets(server: Server, payments: Payments) {
  const sockets = new WebSocketServer({ server, path: WEBSOCKET_PATH, maxPayload: MAX_MESSAGE_BYTES })
  // ws ends a client that breaks the protocol; an error that nobody hears would end the service.
  sockets.on('connection', (client) => client.on('error', (err) => log.warn({ err }, 'websocket: client failed')))
  const send = (receipt: Receipt): void => {
    for (const client of sockets.clients) if (client.readyState === WebSocket.OPEN) client.send(JSON.stringify(receipt))
  }
  payments.on('paid', send)

  /** Takes no more clients, tells those that are connected to come back elsewhere, and waits until they have gone. */
  async function goAway(): Promise<void> {
    sockets.close()
    const gone = [...sockets.clients].map(async (client) => {
      client.close(GOING_AWAY, 'The service restarts')
      await once(client, 'close')
    })
    await Promise.race([Promise.all(gone), sleep(CLOSE_TIMEOUT_MS, undefined, { ref: false })])
    close()
  }

  function close(): void {
    payments.off('paid', send)
    for (const client of sockets.clients) client.terminate()
  }

  return { goAway, close }
}
