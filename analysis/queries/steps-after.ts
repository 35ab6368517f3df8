import type { Step } from '../facts/facts.ts'
import { insideOf } from './waiting-steps.ts'

/** What comes after a call, in the steps in which it stands and in those around them. */
export function stepsAfter(steps: readonly Step[], isIt: (call: number) => boolean): readonly Step[] | undefined {
  for (const [index, step] of steps.entries()) {
    const rest = steps.slice(index + 1)
    if (step.kind === 'call' && isIt(step.call)) return rest
    if (step.kind === 'try') {
      const body = stepsAfter(step.body, isIt)
      if (body) return [{ ...step, body }, ...rest]
    }
    const inner = step.kind === 'if' ? [step.then, step.else] : step.kind === 'loop' ? [step.body] : []
    for (const each of inner) {
      const found = stepsAfter(each, isIt)
      if (found) return [...found, ...rest]
    }
  }
  return undefined
}

/**
 * The calls that come after a wait which begins with a call: `await once(…)`, `const asked = once(…)` and `await asked`.
 * What is chained to what is waited for comes then, too.
 */
export function callsAfterWait(
  steps: readonly Step[],
  isIt: (call: number) => boolean,
  isChained: (call: number) => boolean,
): readonly number[] {
  const after = stepsAfter(steps, isIt) ?? steps
  const wait = after.findIndex(({ kind }) => kind === 'await')
  return [...callsIn(after.slice(0, wait + 1)).filter(isChained), ...callsIn(after.slice(wait + 1))]
}

function callsIn(steps: readonly Step[]): number[] {
  return steps.flatMap((step) => (step.kind === 'call' ? [step.call] : insideOf(step).flatMap(callsIn)))
}
