import type { Step } from '../facts/facts.ts'

/** Whether there is an `await` in these steps. */
export function waits(steps: readonly Step[]): boolean {
  return steps.some((step) => step.kind === 'await' || insideOf(step).some(waits))
}

/** Whether there is a loop in these steps that waits: while (running > 0) await sleep(100) */
export function loopsAndWaits(steps: readonly Step[]): boolean {
  return steps.some((step) => (step.kind === 'loop' && waits(step.body)) || insideOf(step).some(loopsAndWaits))
}

/** The steps that stand in a step. */
export function insideOf(step: Step): readonly (readonly Step[])[] {
  switch (step.kind) {
    case 'if':
      return [step.then, step.else]
    case 'loop':
      return [step.body]
    case 'switch':
      return step.cases
    case 'try':
      return [step.body, step.catch ?? [], step.finally ?? []]
    default:
      return []
  }
}
