import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Server, type Socket } from 'node:net'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { stopping } from './signals.ts'

const LINGER_MS = 300 // how long idle connections are kept after the listener has closed: a request may be on its way

/** Makes an http, https or http2 server listen. Rejects if it can't, for instance because the port is taken. */
export async function listen(server: Server & { closeIdleConnections?: () => void }, port: number) {
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
    server.prependListener('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
      if (connections.has(socket)) endAfter(response) // else it is a stream of HTTP/2, whose session is told by GOAWAY
    })
    for (const socket of connections.keys()) endAfter(runningOn(socket))
  })
  await once(server.listen(port), 'listening')

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
      for (const socket of connections.keys()) lost.push(runningOn(socket)?.req.url ?? 'half a request')
      close()
    })
    const closedAt = performance.now()
    const sweeping = setInterval(() => performance.now() - closedAt > LINGER_MS && sweep(), 20)
    await closed
    clearInterval(sweeping)
    if (lost.length > 0) throw new Error(`cut: ${lost.join(', ')}`)
  }

  /** Closes idle connections. Node's own count leaves out those that never sent a byte, or a request after the handshake. */
  function sweep(): void {
    server.closeIdleConnections?.()
    for (const [socket, bytes] of connections) if (socket.bytesRead === bytes) socket.destroy()
  }

  const close = (): void => connections.forEach((_bytes, socket) => socket.destroy())

  return { address: server.address(), drain, close }
}

/** The response that a connection is busy with. Node keeps it there for its own closeIdleConnections(). */
function runningOn(socket: Socket & { _httpMessage?: ServerResponse | null }): ServerResponse | undefined {
  return socket._httpMessage ?? undefined
}

/** Ends the connection of a response after it, whether or not its headers can still tell the client. */
function endAfter(response: ServerResponse | undefined): void {
  const socket = response?.socket
  if (response?.headersSent) response.once('close', () => socket?.destroySoon())
  else response?.setHeader('Connection', 'close')
}
