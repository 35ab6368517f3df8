import { writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { connect } from 'node:http2'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { beforeAll, describe, expect, test } from 'vitest'
import { scaffold } from '../scaffold.ts'
import { start } from '../service-process.ts'

const SERVICE = `
import { createServer } from 'node:http2'
import { listen } from './lifecycle/listen.ts'
import { run } from './lifecycle/run.ts'
import { log } from './log.ts'

const server = createServer((_request, response) => {
  setTimeout(() => response.end('done'), 300)
})
await run({ log, timeoutMs: 30_000, delayMs: 0 }, async (own) => {
  const http = await own('http2', () => listen(server, 0), {
    drain: (http, cut) => http.drain(cut),
    release: (http) => http.close(),
  })
  log.info({ address: http.address }, 'listening')
})
`

describe('a service on HTTP/2', () => {
  let folder = ''
  beforeAll(() => {
    folder = scaffold()
    writeFileSync(join(folder, 'src/main.ts'), SERVICE)
  })

  test('its sessions get GOAWAY, the open stream is finished, and the process ends', async () => {
    const service = await start(folder)
    const session = connect(`http://127.0.0.1:${service.port}`)
    const goneAway = once(session, 'goaway')
    const stream = session.request({ ':path': '/' })
    const body = text(stream)
    await once(stream, 'ready')
    await new Promise<void>((resolve, reject) => {
      session.ping((error) => {
        if (error) reject(error)
        else resolve()
      })
    })
    await service.signal('SIGTERM')
    expect(await body).toBe('done')
    const [code] = (await goneAway) as [number]
    expect(code).toBe(0)
    expect(await service.ended).toMatchObject({ exitCode: 0 })
    session.close()
  })
})
