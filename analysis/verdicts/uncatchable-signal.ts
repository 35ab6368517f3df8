import type { Finding } from '../finding.ts'
import type { Inquiry } from '../inquiry.ts'
import { placeOfCall } from '../place.ts'
import { removeHandler } from '../suggestions/remove-handler.ts'

const UNCATCHABLE = new Set(['SIGKILL', 'SIGSTOP'])

/** Nobody listens for what no process can hear; Node throws where one tries. */
export function judgeUncatchable(inquiry: Inquiry): Finding[] {
  const { world, registrations, isJudged } = inquiry
  const byCall = new Map(registrations.map((each) => [each.call, each]))
  return [...byCall.values()].flatMap(({ call, signals, by }): Finding[] => {
    const never = signals.filter((each) => UNCATCHABLE.has(each))
    if (never.length === 0 || by !== 'process' || !isJudged(world.code.fileOfCall(call).file)) return []
    const place = placeOfCall(world, call)
    return [
      {
        rule: 'no-uncatchable-signals',
        verdict: 'uncatchable-signal',
        message: 'uncatchableSignal',
        confidence: 'certain',
        place,
        data: { signal: never.join(' and ') },
        because: [{ place, what: 'It is listened for here.' }],
        suggestions: never.length === 1 ? removeHandler(inquiry, call, never[0] ?? '', signals.length === 1) : [],
      },
    ]
  })
}
