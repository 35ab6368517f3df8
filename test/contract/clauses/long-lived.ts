import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { start } from '../../service-process.ts'
import { answerOf, beginPayment, get, open, paymentOf, send, until } from '../client.ts'

const HANDSHAKE =
  'GET /payments/live HTTP/1.1\r\nHost: service\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n' +
  'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n'

/** Clause 4: who is connected for long is told. */
export function describeLongLived(folder: () => string): void {
  test('WebSocket clients are told to go away with 1001', async () => {
    const service = await start(folder())
    const client = new WebSocket(`ws://127.0.0.1:${service.port}/payments/live`)
    await once(client, 'open')
    const closed = once(client, 'close')
    await service.signal('SIGTERM')
    const [code] = (await closed) as [number]
    expect(code).toBe(1001)
    expect(await service.ended).toMatchObject({ exitCode: 0 })
  })

  test('a WebSocket client is told of a payment that was in flight at the signal', async () => {
    const service = await start(folder(), { SHUTDOWN_DELAY_MS: '300' })
    const client = new WebSocket(`ws://127.0.0.1:${service.port}/payments/live`)
    await once(client, 'open')
    const told = once(client, 'message')
    const payment = await beginPayment(service.port, 'told')
    await service.signal('SIGTERM')
    payment.end(paymentOf('told'))
    await answerOf(payment)
    const [message] = (await told) as [Buffer]
    expect(JSON.parse(message.toString())).toMatchObject({ order: 'told', amount: 4200 })
    expect(await service.ended).toMatchObject({ exitCode: 0 })
  })

  test('a WebSocket client that breaks the protocol is ended, and the service goes on', async () => {
    const service = await start(folder())
    const broken = await open(service.port)
    broken.socket.write(HANDSHAKE)
    await until(() => broken.received().startsWith('HTTP/1.1 101'))
    broken.socket.write(Buffer.from('ff8000000000', 'hex'))
    await broken.closed
    expect(await get(service.port, '/health/live')).toMatchObject({ status: 200 })
    await service.signal('SIGTERM')
    expect(await service.ended).toMatchObject({ exitCode: 0 })
  })

  test('a WebSocket client that never answers the close does not hold the stop', async () => {
    const service = await start(folder())
    const mute = await open(service.port)
    mute.socket.write(HANDSHAKE)
    await until(() => mute.received().startsWith('HTTP/1.1 101'))
    await service.signal('SIGTERM')
    expect(await service.ended).toMatchObject({ exitCode: 0 })
    await mute.closed
  })

  test('many event streams are no leak: Node warns of none, and all of them end', async () => {
    const warnings = join(folder(), 'warnings.txt')
    const quiet = '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON' // of the probes beside a CommonJS service
    const service = await start(folder(), { NODE_OPTIONS: `--redirect-warnings=${warnings} ${quiet}` })
    const ends = Array.from({ length: 25 }, async () => {
      const [stream] = (await once(send(service.port, '/payments/events'), 'response')) as [IncomingMessage]
      return { end: text(stream) }
    })
    const streams = await Promise.all(ends)
    await service.signal('SIGTERM')
    for (const { end } of streams) expect(await end).toBe('')
    expect(await service.ended).toMatchObject({ exitCode: 0 })
    expect(existsSync(warnings)).toBe(false)
  })

  test('an event stream gets what is paid, and is ended, not cut off', async () => {
    const service = await start(folder())
    const call = send(service.port, '/payments/events')
    const [stream] = (await once(call, 'response')) as [IncomingMessage]
    const events = text(stream)
    const payment = await beginPayment(service.port, 'streamed')
    payment.end(paymentOf('streamed'))
    await answerOf(payment)
    await service.signal('SIGTERM')
    expect(await events).toMatch(/^event: paid\ndata: \{"key":"streamed".*\}\n\n$/)
    expect(await service.ended).toMatchObject({ exitCode: 0 })
  })
}
