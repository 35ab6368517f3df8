import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Server, type Socket } from 'node:net'
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'
import { stopping } from './stopping.ts'

const LINGER_MS = 300 // how long idle connections are kept after the listener has closed: a request may be on its way

export type Listener = Server & { closeIdleConnections?: () => void }

/** Watches the connections of a server from here on, so that they can be ended well when the process stops. */
export function drainable(server: Listener) {
  /** The open connections, and how many bytes had come on each before any request: none, or those of a TLS handshake. */
  const connections = new Map<Socket, number>()
  let arrivals = 0
  const accept = (socket: Socket): void => {
    arrivals++
    connections.set(socket, socket.bytesRead)
    socket.once('close', () => connections.delete(socket))
  }
  server.on('connection', accept).on('secureConnection', accept)
  // Nothing is done for a single request until the signal: what is running then, Node itself knows.
  stopping.addEventListener('abort', () => {
    server.prependListener('request', ({ httpVersionMajor }: IncomingMessage, response: ServerResponse) => {
      if (httpVersionMajor < 2) endAfter(response) // else it is a stream of HTTP/2, whose session is told by GOAWAY
    })
    connections.forEach((_bytes, socket) => endAfter(runningOn(socket)))
  })

  /** Refuses new connections; answers what is running and what comes late; cuts what is left when `cut` aborts. */
  async function drain(cut: AbortSignal): Promise<void> {
    // What the kernel has accepted for us is served, not reset: go on until a turn brings no connection, but not for ever.
    for (let turns = 0, seen = -1; seen !== arrivals && turns < 100; turns++, await nextTurn()) seen = arrivals
    const closed = once(server, 'close')
    // Not http's own close(): it closes idle connections at once, and stops the timers that bound a half-sent request.
    if ('updateSettings' in server) server.close()
    else Server.prototype.close.call(server)
    const lost: string[] = []
    cut.addEventListener('abort', () => {
      connections.forEach((_bytes, socket) => lost.push(runningOn(socket)?.req.url ?? 'half a request'))
      close()
    })
    await Promise.race([closed, sleep(LINGER_MS, undefined, { ref: false })])
    const sweeping = setInterval(() => setImmediate(sweep), 20) // what a busy process has not read yet, it reads before
    await closed
    clearInterval(sweeping)
    if (lost.length > 0) throw new Error(`cut: ${lost.join(', ')}`)
  }

  /** Closes idle connections. Node's own count leaves out those that never sent a byte, or a request after the handshake. */
  function sweep(): void {
    server.closeIdleConnections?.()
    connections.forEach((bytes, socket) => socket.bytesRead === bytes && socket.destroy())
  }

  const close = (): void => connections.forEach((_bytes, socket) => socket.destroy())

  return { drain, close }
}

/** The response that a connection is busy with. Node keeps it there for its own closeIdleConnections(). */
const runningOn = (socket: Socket & { _httpMessage?: ServerResponse | null }) => socket._httpMessage

/** Ends the connection of a response after it, whether or not its headers can still tell the client. */
function endAfter(response: ServerResponse | null | undefined): void {
  const socket = response?.socket
  if (response?.headersSent) response.once('close', () => socket?.end(() => socket.destroy()))
  else response?.setHeader('Connection', 'close')
}
