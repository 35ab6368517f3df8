/** Pieces of the programs that the rules are tried on. */

export const SERVER = `import { createServer } from 'node:http'
const server = createServer((request, response) => response.end('Hello'))
server.listen(3000)
`
export const DEADLINE = `  setTimeout(() => process.exit(1), 10000).unref()\n`
export const ON_BOTH = `process.once('SIGTERM', stop)\nprocess.once('SIGINT', stop)\n`
const STOP = `function stop() {\n${DEADLINE}  server.close(() => process.exit(0))\n}\n`
export const GOOD = SERVER + STOP + ON_BOTH

export const POOL = `import pg from 'pg'
const pool = new pg.Pool()
import { createServer } from 'node:http'
const server = createServer((request, response) => {
  pool.query('SELECT 1').then(() => response.end())
})
server.listen(3000)
`
export const SOCKETS = `import { WebSocketServer } from 'ws'
const wss = new WebSocketServer({ port: 3000 })
`

export function closing(...steps: readonly string[]): string {
  const body = [...steps, 'process.exit(0)'].map((step) => `    ${step}\n`).join('')
  return `async function stop() {\n${DEADLINE}  try {\n${body}  } catch {\n    process.exit(1)\n  }\n}\n${ON_BOTH}`
}

/** Pays in a transaction, with these lines after its commit. */
export function payments(...lines: readonly string[]): string {
  return `import pg from 'pg'
export class Payments {
  pool = new pg.Pool()
  async pay(order) {
    const client = await this.pool.connect()
    try {
      await client.query('BEGIN')
      await client.query('INSERT INTO payments VALUES ($1)', [order])
      await client.query('COMMIT')
${lines.map((line) => `    ${line}\n`).join('')}      client.release()
    }
  }
  async close() {
    await this.pool.end()
  }
}
`
}

export const CLOSE_SERVER = 'await new Promise((resolve) => server.close(resolve))'
