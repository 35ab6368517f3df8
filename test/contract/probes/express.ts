import { setTimeout as sleep } from 'node:timers/promises'
import type { Express } from 'express'
import { keepBusy } from './probes.ts'

/** The routes that only tests call. */
export function addProbes(app: Express): void {
  app.get('/probe/slow', async (_request, response) => {
    await sleep(400)
    response.send('done')
  })
  app.get('/probe/head-first', async (_request, response) => {
    response.set('Content-Length', '4').flushHeaders()
    await sleep(400)
    response.end('done')
  })
  app.get('/probe/stream', async (_request, response) => {
    for (let sent = 0; sent < 8; sent++) {
      response.write(`chunk ${sent}\n`)
      await sleep(50)
    }
    response.end()
  })
  app.post('/probe/upload', async (request, response) => {
    let size = 0
    for await (const chunk of request as AsyncIterable<Buffer>) size += chunk.length
    response.send(String(size))
  })
  app.get('/probe/busy', (_request, response) => {
    keepBusy()
    response.send('done')
  })
  app.get('/probe/hang', () => undefined)
  app.get('/probe/throw', (_request, response) => {
    setImmediate(() => {
      throw new Error('nobody caught this')
    })
    response.send('done')
  })
  app.get('/probe/reject', (_request, response) => {
    void Promise.reject(new Error('nobody caught this'))
    response.send('done')
  })
}
