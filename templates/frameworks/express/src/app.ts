import express, { type Express, type NextFunction, type Request, type Response } from 'express'
import { log } from './log.ts'
import { streamPaymentEvents } from './payment-events.ts'
import { PaymentError, type Payments } from './payments.ts'

export interface Dependencies {
  readonly payments: Payments
  readonly stopping: AbortSignal
}

export function createApp({ payments, stopping }: Dependencies): Express {
  const app = express()
  app.disable('x-powered-by')

  app.get('/health/live', (_request, response) => {
    response.json({ status: 'live' })
  })
  app.get('/health/ready', (_request, response) => {
    if (stopping.aborted) response.status(503).json({ status: 'stopping' })
    else response.json({ status: 'ready' })
  })

  app.post('/payments', express.json(), async (request, response) => {
    const { receipt, isNew } = await payments.pay(request.get('Idempotency-Key'), request.body)
    response.status(isNew ? 201 : 200).json(receipt)
  })
  app.get('/payments/events', (_request, response) => {
    streamPaymentEvents(response, payments, stopping)
  })
  app.get('/payments/:key', async (request, response, next) => {
    const receipt = await payments.ledger.find(request.params.key)
    if (receipt) response.json(receipt)
    else next()
  })

  app.use(({ method, path }, response) => {
    response.status(404).json({ error: `There is no ${method} ${path}` })
  })
  app.use(answerError)
  return app
}

// Express knows an error handler by its four parameters. https://expressjs.com/en/guide/error-handling.html
function answerError(error: unknown, request: Request, response: Response, next: NextFunction): void {
  const status = isClientError(error) ? error.status : 500
  if (status === 500) log.error({ err: error, url: request.url }, 'request failed')
  if (response.headersSent) next(error)
  else response.status(status).json({ error: isClientError(error) ? error.message : 'Something went wrong' })
}

/** Ours, and those of express.json(): a body that is too long or no JSON. */
function isClientError(error: unknown): error is Error & { status: number } {
  return error instanceof PaymentError || (error instanceof Error && 'status' in error && Number(error.status) < 500)
}
