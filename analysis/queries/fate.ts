import type { Inquiry } from '../inquiry.ts'
import { chainedTo, isCombining } from './waited-for.ts'

/** It never rejects. */
const SETTLED = 'Promise.allSettled'

/** What becomes of a rejection of what a call gives: it leaves the function by its promise, is caught, or gets lost. */
export function fateOf(inquiry: Inquiry, call: number, isCaught: boolean): 'passed' | 'caught' | 'lost' {
  const { code } = inquiry.world
  const { settle, within } = code.callAt(call)
  switch (settle) {
    case 'awaited':
      return isCaught ? 'caught' : 'passed'
    case 'returned':
      return 'passed'
    case 'floating':
      return 'lost'
    case 'chained': {
      const next = chainedTo(inquiry, call)
      if (next === undefined) return 'caught'
      const { name, args } = code.callAt(next)
      return name === 'catch' || (name === 'then' && args.length > 1) ? 'caught' : fateOf(inquiry, next, isCaught)
    }
    case 'used': {
      const around = code.fileOfCall(call).call + within
      return within !== -1 && isCombining(inquiry, around, SETTLED) ? fateOf(inquiry, around, isCaught) : 'caught'
    }
  }
}
