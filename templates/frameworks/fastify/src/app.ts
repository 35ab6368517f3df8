import fastify, { LogController, type FastifyError } from 'fastify'
import { log } from './log.ts'
import { streamPaymentEvents } from './payment-events.ts'
import { PaymentError, type Payments } from './payments.ts'

export interface Dependencies {
  readonly payments: Payments
  readonly stopping: AbortSignal
}

/** The app, ready to serve. Its own hooks (`onClose`) run when it is closed, after the requests have been answered. */
export async function createApp({ payments, stopping }: Dependencies) {
  const app = fastify({ loggerInstance: log, logController: new LogController({ disableRequestLogging: true }) })

  app.get('/health/live', () => ({ status: 'live' }))
  app.get('/health/ready', (_request, reply) =>
    stopping.aborted ? reply.code(503).send({ status: 'stopping' }) : reply.send({ status: 'ready' }),
  )

  app.post('/payments', async (request, reply) => {
    const { receipt, isNew } = await payments.pay(request.headers['idempotency-key'], request.body)
    return reply.code(isNew ? 201 : 200).send(receipt)
  })
  app.get('/payments/events', (_request, reply) => {
    reply.hijack()
    streamPaymentEvents(reply.raw, payments, stopping)
  })
  app.get<{ Params: { key: string } }>('/payments/:key', async (request, reply) => {
    const receipt = await payments.ledger.find(request.params.key)
    return receipt ?? reply.callNotFound()
  })

  app.setNotFoundHandler(({ method, url }, reply) => reply.code(404).send({ error: `There is no ${method} ${url}` }))
  app.setErrorHandler((error: FastifyError | PaymentError, request, reply) => {
    const status = error instanceof PaymentError ? error.status : (error.statusCode ?? 500)
    if (status < 500) return reply.code(status).send({ error: error.message })
    request.log.error({ err: error }, 'request failed')
    return reply.code(status).send({ error: 'Something went wrong' })
  })
  await app.ready()
  return app
}
