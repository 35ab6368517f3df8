import { EventEmitter } from 'node:events'
import { z } from 'zod'

const Payment = z.object({
  /** The client's Idempotency-Key: one payment for one key, however often it is sent. */
  key: z.string('send a key of your own in the header Idempotency-Key').min(1).max(255),
  order: z.string().min(1).max(255),
  /** In the smallest unit of the currency. */
  amount: z.int().positive(),
  currency: z.string().regex(/^[A-Z]{3}$/, 'must be three capital letters, as in EUR'),
})

export type Payment = z.infer<typeof Payment>

export interface Receipt extends Payment {
  readonly paidAt: string
}

type Awaitable<T> = T | Promise<T>

export interface Ledger {
  /** Records a payment and adds it to the balance in one transaction, or finds the one that has its key or its order. */
  record(payment: Payment): Awaitable<{ receipt: Receipt; isNew: boolean }>
  find(key: string): Awaitable<Receipt | undefined>
  /** For each currency what was paid and what the balance says: they are the same, or a payment was lost or doubled. */
  totals(): Awaitable<{ currency: string; paid: number; balance: number }[]>
}

/** A request that can't be met, with the status of HTTP that says so. */
export class PaymentError extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

export interface Payments extends EventEmitter<{ paid: [Receipt] }> {
  readonly ledger: Ledger
  /** Throws a `PaymentError` for a body that is no payment, a key used for another payment, and an order paid before. */
  pay(key: unknown, body: unknown): Promise<{ receipt: Receipt; isNew: boolean }>
}

export function createPayments(ledger: Ledger): Payments {
  const events = new EventEmitter<{ paid: [Receipt] }>().setMaxListeners(0) // one for each event stream
  return Object.assign(events, {
    ledger,
    async pay(key: unknown, body: unknown) {
      const payment = readPayment(key, body)
      const { receipt, isNew } = await ledger.record(payment)
      if (receipt.key !== payment.key) throw new PaymentError(409, `Order ${payment.order} is paid`)
      if (!isSame(payment, receipt)) throw new PaymentError(422, 'This Idempotency-Key was used for another payment')
      if (isNew) events.emit('paid', receipt)
      return { receipt, isNew }
    },
  })
}

function readPayment(key: unknown, body: unknown): Payment {
  const { data, error } = Payment.safeParse(typeof body === 'object' ? { ...body, key } : { key })
  if (data) return data
  throw new PaymentError(400, error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '))
}

function isSame(payment: Payment, receipt: Receipt): boolean {
  return payment.order === receipt.order && payment.amount === receipt.amount && payment.currency === receipt.currency
}
