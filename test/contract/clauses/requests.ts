import { once } from 'node:events'
import { Agent } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { start } from '../../service-process.ts'
import { answerOf, beginPayment, exchange, get, knock, open, paymentOf, send, until } from '../client.ts'

/** A stop that waits for nothing takes milliseconds; this is far from any timeout, and generous for a busy machine. */
const AT_ONCE_MS = 2_000
const LINGER_MS = 300

/** Clause 3: what runs is finished, what is idle does not delay, what comes late is answered. */
export function describeRequests(folder: () => string): void {
  test.each([
    ['a slow request', '/probe/slow', 'done'],
    [
      'a streaming response',
      '/probe/stream',
      'chunk 0\nchunk 1\nchunk 2\nchunk 3\nchunk 4\nchunk 5\nchunk 6\nchunk 7\n',
    ],
  ])('%s is finished, and the process ends right after it', async (_what, path, body) => {
    const service = await start(folder())
    const agent = new Agent({ keepAlive: true })
    const call = send(service.port, path, { agent })
    const answered = answerOf(call)
    await once(call, 'finish')
    await get(service.port, '/health/live') // sent later and answered: the first one is being handled
    await service.signal('SIGTERM')
    const answer = await answered
    const ending = await service.ended
    expect(answer).toMatchObject({ status: 200, body })
    expect(ending.exitCode).toBe(0)
    expect(ending.at - answer.at).toBeLessThan(AT_ONCE_MS)
    agent.destroy()
  })

  test('an upload is read to its end', async () => {
    const service = await start(folder())
    const headers = { 'Content-Type': 'application/octet-stream', 'Content-Length': 65_536, Expect: '100-continue' }
    const upload = send(service.port, '/probe/upload', { method: 'POST', headers })
    upload.flushHeaders()
    await once(upload, 'continue')
    upload.write(Buffer.alloc(32_768))
    await service.signal('SIGTERM')
    upload.end(Buffer.alloc(32_768))
    expect(await answerOf(upload)).toMatchObject({ status: 200, body: '65536', connection: 'close' })
    expect(await service.ended).toMatchObject({ exitCode: 0 })
  })

  test('a payment on a kept connection is answered with Connection: close', async () => {
    const service = await start(folder())
    const agent = new Agent({ keepAlive: true })
    const payment = await beginPayment(service.port, 'kept', agent)
    await service.signal('SIGTERM')
    payment.end(paymentOf('kept'))
    const answer = await answerOf(payment)
    const ending = await service.ended
    expect(answer).toMatchObject({ status: 201, connection: 'close' })
    expect(ending.exitCode).toBe(0)
    expect(ending.at - answer.at).toBeLessThan(AT_ONCE_MS)
    agent.destroy()
  })

  test('a connection whose headers were out before the signal is ended after the answer', async () => {
    const service = await start(folder())
    const agent = new Agent({ keepAlive: true })
    const call = send(service.port, '/probe/head-first', { agent })
    const [response] = (await once(call, 'response')) as [NodeJS.ReadableStream & { headers: { connection?: string } }]
    await service.signal('SIGTERM')
    await once(response.resume(), 'end')
    const answeredAt = performance.now()
    const ending = await service.ended
    expect(response.headers.connection).toBe('keep-alive')
    expect(ending.exitCode).toBe(0)
    expect(ending.at - answeredAt).toBeLessThan(AT_ONCE_MS)
    agent.destroy()
  })

  test('idle connections, used or never used, delay nothing', async () => {
    const service = await start(folder())
    const used = await open(service.port)
    const unused = await open(service.port)
    await exchange(used, '/health/live')
    await sleep(LINGER_MS) // from here on no request is on its way
    const signalled = performance.now()
    await service.signal('SIGTERM')
    const ending = await service.ended
    await Promise.all([used.closed, unused.closed])
    expect(ending.exitCode).toBe(0)
    expect(ending.at - signalled).toBeLessThan(AT_ONCE_MS)
  })

  test('a request that comes on a kept connection just after the listener has closed is answered', async () => {
    const service = await start(folder())
    const kept = await open(service.port)
    await exchange(kept, '/health/live')
    await service.signal('SIGTERM')
    await service.line(({ step }) => step === 'draining')
    const answer = await exchange(kept, '/payments/none')
    expect(answer).toMatch(/^HTTP\/1\.1 404 /)
    expect(answer).toMatch(/connection: close/i)
    await kept.closed
    expect(await service.ended).toMatchObject({ exitCode: 0 })
  })

  test('a request that had come while the process was too busy to read it is answered', async () => {
    const service = await start(folder())
    const [kept, other] = [await open(service.port), await open(service.port)]
    await exchange(kept, '/health/live')
    await exchange(other, '/health/live')
    await service.signal('SIGTERM')
    await until(async () => (await knock(service.port)) === 'ECONNREFUSED')
    const busy = exchange(other, '/probe/busy') // for longer than idle connections are kept
    await service.line(({ msg }) => msg === 'busy')
    expect(await exchange(kept, '/payments/none')).toMatch(/^HTTP\/1\.1 404 /)
    expect(await busy).toContain('done')
    expect(await service.ended).toMatchObject({ exitCode: 0 })
  })

  test('half a request does not hold the stop beyond its deadline', async () => {
    const service = await start(folder(), { SHUTDOWN_TIMEOUT_MS: '1000' })
    const half = await open(service.port)
    half.socket.write('POST /payments HTTP/1.1\r\nHost: serv')
    await get(service.port, '/health/live')
    await service.signal('SIGTERM')
    expect(await service.ended).toMatchObject({ exitCode: 1 })
    await half.closed
    expect(service.released().at(-1)).toBe('sqlite')
  })

  test('a hung request is cut when the time to drain is over, and the releases still run in order', async () => {
    const service = await start(folder(), { SHUTDOWN_TIMEOUT_MS: '1000' })
    const hung = await open(service.port)
    hung.socket.write('GET /probe/hang HTTP/1.1\r\nHost: service\r\n\r\n')
    await get(service.port, '/health/live')
    await service.signal('SIGTERM')
    const ending = await service.ended
    expect(ending).toMatchObject({ exitCode: 1, signal: null })
    expect(service.lines.find(({ level, name }) => level === 'error' && name === 'http')?.err?.message).toContain(
      '/probe/hang',
    )
    expect(service.released().slice(0, 3)).toEqual(['http', 'second', 'first'])
    expect(service.released().at(-1)).toBe('sqlite')
    const stopped = service.lines.at(-1)
    expect(stopped?.ms).toBeGreaterThanOrEqual(800)
    await until(() => hung.socket.destroyed)
  })

  test('a body that is too long is refused, and its connection does not delay the stop', async () => {
    const service = await start(folder())
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': 'long', 'Content-Length': 2_000_000 }
    const upload = send(service.port, '/payments', { method: 'POST', headers })
    upload.on('error', () => undefined)
    const answered = answerOf(upload)
    upload.write(Buffer.alloc(200_000, ' '))
    upload.write(Buffer.alloc(1_800_000, ' '))
    expect(await answered).toMatchObject({ status: 413 })
    upload.destroy()
    const signalled = performance.now()
    await service.signal('SIGTERM')
    const ending = await service.ended
    expect(ending.exitCode).toBe(0)
    expect(ending.at - signalled).toBeLessThan(AT_ONCE_MS)
  })

  test('a URL that can not be decoded is the mistake of the client', async () => {
    const service = await start(folder())
    expect(await get(service.port, '/payments/%')).toMatchObject({ status: 400 })
    await service.signal('SIGTERM')
    expect(await service.ended).toMatchObject({ exitCode: 0 })
  })
}
