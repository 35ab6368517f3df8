import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyInstance, RawServerDefault } from 'fastify'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { keepBusy } from './probes.ts'

type App = FastifyInstance<RawServerDefault, IncomingMessage, ServerResponse>

/** The routes that only tests call. */
export function addProbes(app: App): void {
  app.addContentTypeParser('application/octet-stream', (_request, payload, done) => {
    done(null, payload)
  })
  app.get('/probe/slow', async () => {
    await sleep(400)
    return 'done'
  })
  app.get('/probe/head-first', (_request, reply) => {
    reply.hijack()
    reply.raw.writeHead(200, { 'Content-Length': 4 }).flushHeaders()
    setTimeout(() => reply.raw.end('done'), 400)
  })
  app.get('/probe/stream', (_request, reply) => reply.send(Readable.from(chunks())))
  app.post('/probe/upload', async (request) => {
    let size = 0
    for await (const chunk of request.body as AsyncIterable<Buffer>) size += chunk.length
    return String(size)
  })
  app.get('/probe/busy', () => {
    keepBusy()
    return 'done'
  })
  app.get('/probe/hang', () => new Promise(() => undefined))
  app.get('/probe/throw', () => {
    setImmediate(() => {
      throw new Error('nobody caught this')
    })
    return 'done'
  })
  app.get('/probe/reject', () => {
    void Promise.reject(new Error('nobody caught this'))
    return 'done'
  })
}

async function* chunks(): AsyncGenerator<string> {
  for (let sent = 0; sent < 8; sent++) {
    yield `chunk ${sent}\n`
    await sleep(50)
  }
}
