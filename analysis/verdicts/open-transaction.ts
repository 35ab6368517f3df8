import type { Evidence, Finding } from '../finding.ts'
import type { Acquisition } from '../graph/tokens.ts'
import type { Inquiry } from '../inquiry.ts'
import { placeOfCall, written } from '../place.ts'
import { findLeak, type FoundLeak } from '../queries/leak-of.ts'
import { isOneShot } from '../queries/one-shot.ts'
import { openingsOf } from '../queries/opening.ts'
import { endsOf } from '../queries/transaction-ends.ts'
import { rollBack } from '../suggestions/roll-back.ts'
import { reasonOf } from './say-leak.ts'

/** A transaction is committed or rolled back on every path, whatever becomes of the connection that it stands on. */
export function judgeTransactions(inquiry: Inquiry): Finding[] {
  const { world } = inquiry
  return world.acquisitions.flatMap((acquisition) => {
    const { transaction, call, token } = acquisition
    const { file } = world.code.fileOfCall(call)
    if (!transaction || !inquiry.isJudged(file) || isOneShot(inquiry, file)) return []
    // connection.beginTransaction((error) => …): what happens in the callback is not followed.
    if (openingsOf(inquiry, acquisition).length === 0 || (world.callbacks.get(call)?.size ?? 0) > 0) return []
    const { returnedBy, isStored } = inquiry.flowOf(acquisition)
    const ends = endsOf(inquiry, acquisition)
    if (ends.size === 0 && (isStored || isGiven(inquiry, acquisition))) return []
    const leak = findLeak(inquiry, {
      token,
      home: world.code.callerOf(call),
      acquiring: new Set([call]),
      releasing: ends,
      returnedBy,
    })
    return leak ? [say(inquiry, acquisition, leak, ends.size === 0)] : []
  })
}

/** Whether what it is begun on comes from a caller that nobody knows, or goes to one, who may end it. */
function isGiven({ world, index, flowOf }: Inquiry, { call }: Acquisition): boolean {
  const things = index.membersAt.get(call) ?? []
  return things.some(({ thing }) => {
    const token = world.tokenOf(thing)
    if (token.kind !== 'thing') return false
    const on = world.acquisitions[token.acquisition]
    return on === undefined || flowOf(on).returnedBy.has(world.code.callerOf(call))
  })
}

function say(inquiry: Inquiry, acquisition: Acquisition, leak: FoundLeak, isNever: boolean): Finding {
  const { world } = inquiry
  const { call } = acquisition
  const place = placeOfCall(world, call)
  const data = { call: written(world, call) }
  const because: Evidence[] = [{ place, what: 'It begins here.' }]
  const rule = 'require-transaction-end'
  const base = { rule, verdict: 'open-transaction', confidence: 'certain', place, because, suggestions: [] } as const
  if (isNever) return { ...base, message: 'openTransaction', data }
  const reason = reasonOf(inquiry, call, leak)
  because.push(reason.because)
  return reason.by === 'throw'
    ? {
        ...base,
        message: 'openTransactionOnError',
        data: { ...data, thrower: reason.thrower },
        suggestions: rollBack(inquiry, acquisition),
      }
    : { ...base, message: 'openTransactionOnReturn', data: { ...data, line: reason.line } }
}
