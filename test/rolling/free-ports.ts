import { once } from 'node:events'
import { createServer } from 'node:net'

/** Ports that nobody listens on. Unlike port 0 they stay the same when a service is started again. */
export async function findFreePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0))
  await Promise.all(servers.map((server) => once(server, 'listening')))
  const ports = servers.map((server) => portOf(server.address()))
  await Promise.all(servers.map((server) => once(server.close(), 'close')))
  return ports
}

/** The port of a server that listens. */
export function portOf(address: unknown): number {
  if (typeof address === 'object' && address && 'port' in address) return Number(address.port)
  throw new Error(`Expected the address of a server that listens, received ${JSON.stringify(address)}`)
}
