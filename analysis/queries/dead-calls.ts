import type { Step } from '../facts/facts.ts'

/** The calls that stand behind the end of the process, and never happen. */
export function deadCalls(steps: readonly Step[], endsProcess: (call: number) => boolean): number[] {
  const dead: number[] = []
  walk(steps, false)
  return dead

  /** Whether nothing comes after the steps. */
  function walk(list: readonly Step[], isOver: boolean): boolean {
    let over = isOver
    for (const step of list) over = one(step, over)
    return over
  }

  function one(step: Step, over: boolean): boolean {
    switch (step.kind) {
      case 'call':
        if (over) dead.push(step.call)
        return over || endsProcess(step.call)
      case 'if': {
        const then = walk(step.then, over)
        const otherwise = walk(step.else, over)
        return over || (then && otherwise)
      }
      case 'loop':
        walk(step.body, over)
        return over
      case 'switch':
        for (const each of step.cases) walk(each, over)
        return over
      case 'try': {
        const body = walk(step.body, over)
        const caught = walk(step.catch ?? [], over)
        const last = walk(step.finally ?? [], over)
        return over || last || (body && (step.catch === null || caught))
      }
      default:
        return over
    }
  }
}
