import { EventEmitter, once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { open, until } from '../contract/client.ts'
import { scaffold } from '../scaffold.ts'

type Stream = (response: ServerResponse, payments: EventEmitter, stopping: AbortSignal) => void

test('a payment after the signal is no error on an event stream whose client reads slowly', async () => {
  const module = join(scaffold(), 'src/payment-events.ts')
  const { streamPaymentEvents } = (await import(module)) as { streamPaymentEvents: Stream }
  const payments = new EventEmitter()
  const stop = new AbortController()
  const errors: Error[] = []
  const server = createServer((_request, response) => {
    response.on('error', (error) => errors.push(error))
    streamPaymentEvents(response, payments, stop.signal)
  })
  await once(server.listen(0), 'listening')
  const client = await open((server.address() as AddressInfo).port)
  client.socket.write('GET /payments/events HTTP/1.1\r\nHost: service\r\n\r\n')
  await until(() => client.received().startsWith('HTTP/1.1 200'))

  client.socket.pause()
  for (let paid = 0; paid < 20; paid++) payments.emit('paid', { order: 'x'.repeat(1_000_000) })
  stop.abort()
  payments.emit('paid', { order: 'late' })
  client.socket.resume()
  await until(() => client.received().endsWith('0\r\n\r\n'))

  expect(errors).toEqual([])
  expect(payments.listenerCount('paid')).toBe(0)
  client.socket.destroy()
  server.close()
})
