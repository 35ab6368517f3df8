import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { suite, test } from 'node:test'
import { WebSocket } from 'ws'
import { WEBSOCKET_PATH } from '../src/websocket.ts'
import { unreachable } from './database.ts'
import { pay, startService } from './service.ts'

suite('websocket', { skip: unreachable ?? false }, () => {
  test('a client is told of each payment, and to come back elsewhere when the service stops', async () => {
    const service = await startService()
    const client = new WebSocket(`ws://127.0.0.1:${service.port}${WEBSOCKET_PATH}`)
    await once(client, 'open')

    const told = once(client, 'message')
    const key = randomUUID()
    const { body } = await pay(service, key, { order: key, amount: 4200, currency: 'EUR' })
    assert.deepEqual(JSON.parse(String((await told)[0])), body)

    const closed = once(client, 'close')
    service.process.kill('SIGTERM')
    assert.equal((await closed)[0], 1001)
    assert.equal((await service.ended).exitCode, 0)
  })
})
