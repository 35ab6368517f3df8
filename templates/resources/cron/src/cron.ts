import { Cron } from 'croner'
import { log } from './log.ts'
import type { Payments } from './payments.ts'

/** Compares the payments with the balance, as `pattern` says: https://croner.56k.guru/usage/pattern/ */
export function scheduleReconciliation(pattern: string, payments: Payments) {
  let running: Promise<void> = Promise.resolve()
  // protect: a run that takes long is not joined by another
  const job = new Cron(pattern, { protect: true }, () => (running = reconcile(payments)))

  return {
    stop: () => job.stop(),
    /** Starts no run any more, and waits for the one that is under way. */
    async finish(): Promise<void> {
      job.stop()
      await running
    },
  }
}

export async function reconcile(payments: Payments): Promise<void> {
  try {
    const totals = await payments.ledger.totals()
    const wrong = totals.filter(({ paid, balance }) => paid !== balance)
    if (wrong.length > 0) log.error({ wrong }, 'reconciliation: payments and balance differ')
    else log.info({ totals }, 'reconciliation: payments and balance agree')
  } catch (error) {
    log.error({ err: error }, 'reconciliation failed')
  }
}
