import { once } from 'node:events'
import { drainable, type Listener } from './drainable.ts'

/** Makes an http, https or http2 server listen. Rejects if it can't, for instance because the port is taken. */
export async function listen(server: Listener, port: number) {
  const connections = drainable(server)
  await once(server.listen(port), 'listening')
  return { address: server.address(), ...connections }
}
