import { createServer, type RequestListener, type Server } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'

// Run by throughput.ts, in a process of its own: node two-servers.ts LISTEN_MODULE
const { listen } = (await import(process.argv[2] ?? '')) as {
  listen: (server: Server, port: number) => Promise<{ address: AddressInfo }>
}

const answer: RequestListener = (_request, response) => {
  response.setHeader('Content-Type', 'application/json')
  response.end('{"status":"ready"}')
}
const plain = createServer(answer)
await once(plain.listen(0), 'listening')
const cared = await listen(createServer(answer), 0)

process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send?.(user + system)
})
process.send?.({ plain: (plain.address() as AddressInfo).port, cared: cared.address.port })
