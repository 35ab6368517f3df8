import type { Finding } from '../finding.ts'
import type { Inquiry } from '../inquiry.ts'
import { judgeCleanup } from './cleanup.ts'
import { judgeExitBeforeDrain } from './exit-before-drain.ts'
import { judgeDeadline } from './no-deadline.ts'
import { judgeExit } from './no-exit.ts'
import { judgeRepetition } from './not-idempotent.ts'
import { judgeTransactions } from './open-transaction.ts'
import { judgeScoped } from './scoped.ts'
import { judgeWebSockets } from './silent-websocket-close.ts'
import { judgeUncatchable } from './uncatchable-signal.ts'
import { judgeRejections } from './unhandled-rejection.ts'
import { judgeOrder } from './wrong-order.ts'

/** All verdicts, in the order of files and lines. */
export function judge(inquiry: Inquiry): Finding[] {
  const findings = [
    judgeCleanup,
    judgeScoped,
    judgeTransactions,
    judgeDeadline,
    judgeRepetition,
    judgeUncatchable,
    judgeRejections,
    judgeExitBeforeDrain,
    judgeExit,
    judgeOrder,
    judgeWebSockets,
  ].flatMap((find) => find(inquiry))
  const said = new Set<string>()
  const once = findings.filter(({ rule, place }) => {
    const key = `${rule} ${place.file} ${place.start}`
    return said.size < said.add(key).size
  })
  return inOrder(once)
}

/** In the order of files and lines. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((a, b) =>
    a.place.file === b.place.file ? a.place.start - b.place.start : a.place.file < b.place.file ? -1 : 1,
  )
}
