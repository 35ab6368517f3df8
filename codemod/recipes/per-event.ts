import type { Held } from '../../analysis/index.ts'
import { isKept, isPerEvent } from '../edits/index.ts'
import type { Recipe } from './recipe.ts'

const FEEDING = new Set(['server', 'consumer'])
const PASSING = new Set(['timer', 'schedule', 'file', 'process'])

/** What comes and goes while the program runs is not to be kept until its end: that would keep each of them. */
export const perEvent: Recipe = ({ held }, workshop) => {
  if (!held || held.isAtStart || FEEDING.has(held.kind)) return undefined
  const text = workshop.textOf(held.acquired.file)
  if (isPerEvent(text, held.acquired))
    return {
      why: 'It is acquired anew for each request: acquire it once, outside of the function, or release it there.',
    }
  if (!isPassing(held) || (held.written.length === 0 && isKept(text, held.acquired))) return undefined
  return { why: 'It comes and goes while the program runs: let the handler stop what makes it.' }
}

function isPassing({ kind, module }: Held): boolean {
  return PASSING.has(kind) || module.startsWith('node:')
}
