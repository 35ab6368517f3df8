import { createClient } from 'redis'
import { log } from './log.ts'
import type { Payments } from './payments.ts'

export const PAYMENTS_CHANNEL = 'payments'

const CONNECT_TIMEOUT_MS = 5_000

/** A connected client. Its `close()` waits for the replies that are due. Rejects if there is no server. */
export async function openRedis(url: string) {
  let isConnected = false
  const redis = createClient({
    url,
    socket: {
      connectTimeout: CONNECT_TIMEOUT_MS,
      // A lost connection is made again, but a service that never had one does not start.
      reconnectStrategy: (retries, cause) => (isConnected ? Math.min(retries * 50, 2_000) : cause),
    },
  })
  redis.on('error', (error: unknown) => log.warn({ err: error }, 'redis: no connection'))
  await redis.connect()
  isConnected = true
  return redis
}

/** Publishes each payment. A subscriber that must not miss one reads the payments instead: nothing is kept for it. */
export function publishPayments(redis: Awaited<ReturnType<typeof openRedis>>, payments: Payments): void {
  payments.on('paid', (receipt) => {
    redis.publish(PAYMENTS_CHANNEL, JSON.stringify(receipt)).catch((error: unknown) => {
      log.warn({ err: error, key: receipt.key }, 'redis: payment not published')
    })
  })
}
