import type { IncomingMessage, ServerResponse } from 'node:http'
import { keepBusy } from './probes.ts'

/** Answers the requests that only tests send; says whether it was one. */
export function answerProbe(request: IncomingMessage, response: ServerResponse): boolean {
  switch (request.url) {
    case '/probe/slow':
      setTimeout(() => response.end('done'), 400)
      return true
    case '/probe/head-first':
      response.writeHead(200, { 'Content-Length': 4 }).flushHeaders()
      setTimeout(() => response.end('done'), 400)
      return true
    case '/probe/stream': {
      let sent = 0
      const timer = setInterval(() => {
        response.write(`chunk ${sent}\n`)
        if (++sent < 8) return
        clearInterval(timer)
        response.end()
      }, 50)
      return true
    }
    case '/probe/upload': {
      let size = 0
      request.on('data', (chunk: Buffer) => (size += chunk.length))
      request.on('end', () => response.end(String(size)))
      return true
    }
    case '/probe/busy':
      keepBusy()
      response.end('done')
      return true
    case '/probe/hang':
      return true
    case '/probe/throw':
      setImmediate(() => {
        throw new Error('nobody caught this')
      })
      response.end('done')
      return true
    case '/probe/reject':
      void Promise.reject(new Error('nobody caught this'))
      response.end('done')
      return true
  }
  return false
}
