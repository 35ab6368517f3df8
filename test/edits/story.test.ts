import { describe, expect, it } from 'vitest'
import { addImport, insertIntoRun, type PlaceInRun } from '../../codemod/edits/index.ts'

interface Part {
  readonly imports: Record<string, string[]>
  readonly statements: string[]
  readonly before: PlaceInRun
}

const emptyMain = `import { run } from './lifecycle/run.ts' // first: a signal is heard from here on
import { readConfig } from './config.ts'

const config = readConfig(process.env)

await run({ log }, async (own, stopping) => {})
`

const sqlite: Part = {
  imports: { './ledger.ts': ['createLedger'], './sqlite.ts': ['openSqlite'] },
  statements: [
    "const sqlite = await own('sqlite', () => openSqlite(config.SQLITE_PATH), { release: (sqlite) => sqlite.close() })",
    'const payments = createLedger(sqlite)',
  ],
  before: 'server',
}
const http: Part = {
  imports: { 'node:http': ['createServer'], './lifecycle/listen.ts': ['listen'] },
  statements: [
    'const server = createServer({ payments, stopping })',
    "await own('http', () => listen(server, config.PORT), {\n  drain: (http, cut) => http.drain(cut),\n  release: (http) => http.close(),\n})",
  ],
  before: 'end',
}
const redis: Part = {
  imports: { './redis.ts': ['openRedis'] },
  statements: ["await own('redis', () => openRedis(config.REDIS_URL), { release: (redis) => redis.close() })"],
  before: 'server',
}
const websocket: Part = {
  imports: { './websocket.ts': ['acceptWebSockets'] },
  statements: ["await own('websocket', () => acceptWebSockets(server), { release: (sockets) => sockets.close() })"],
  before: 'listen',
}

describe('a service that grows by the verbs', () => {
  const service = [sqlite, http, websocket, redis].reduce(add, emptyMain)

  it('reads as the list of what it owns, the server last', () => {
    expect(service).toBe(`import { run } from './lifecycle/run.ts' // first: a signal is heard from here on
import { createServer } from 'node:http'
import { readConfig } from './config.ts'
import { createLedger } from './ledger.ts'
import { listen } from './lifecycle/listen.ts'
import { openRedis } from './redis.ts'
import { openSqlite } from './sqlite.ts'
import { acceptWebSockets } from './websocket.ts'

const config = readConfig(process.env)

await run({ log }, async (own, stopping) => {
  const sqlite = await own('sqlite', () => openSqlite(config.SQLITE_PATH), { release: (sqlite) => sqlite.close() })
  const payments = createLedger(sqlite)
  await own('redis', () => openRedis(config.REDIS_URL), { release: (redis) => redis.close() })
  const server = createServer({ payments, stopping })
  await own('websocket', () => acceptWebSockets(server), { release: (sockets) => sockets.close() })
  await own('http', () => listen(server, config.PORT), {
    drain: (http, cut) => http.drain(cut),
    release: (http) => http.close(),
  })
})
`)
  })

  it('is the same whichever resource came first', () => {
    expect([sqlite, http, redis, websocket].reduce(add, emptyMain)).toBe(service)
  })

  it('does not change when everything is added again', () => {
    expect([redis, websocket, http, sqlite].reduce(add, service)).toBe(service)
  })
})

function add(main: string, { imports, statements, before }: Part): string {
  const imported = Object.entries(imports).reduce((text, [from, names]) => addImport(text, { from, names }), main)
  return insertIntoRun(imported, { statements, before })
}
