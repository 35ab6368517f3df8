import type { Step } from '../facts/facts.ts'
import type { PathQuestion } from './paths.ts'

/** Not acquired or let go; held; held since something that was thrown has been caught. Together: on some paths. */
export const FREE = 1
export const HELD = 2
export const CAUGHT = 4

interface Exit {
  readonly by: 'return' | 'throw' | 'break' | 'continue'
  readonly state: number
  readonly call: number
  readonly start: number
}

export interface Walk {
  readonly question: PathQuestion
  readonly exits: Exit[]
  /** What was thrown first and caught, while the thing was held. */
  readonly caught: Exit[]
  /** Whether it goes through a `finally`. */
  readonly isLast?: true
}

/** The state after the steps; 0 when nothing gets there. */
export function follow(steps: readonly Step[], before: number, walk: Walk): number {
  let state = before
  for (const step of steps) {
    if (state === 0) return 0
    state = one(step, state, walk)
  }
  return state
}

function one(step: Step, state: number, walk: Walk): number {
  const { question, exits } = walk
  switch (step.kind) {
    case 'call':
      return afterCall(step.call, state, walk)
    case 'using':
      return question.holds(step.slot) ? FREE : state
    case 'if': {
      const isAsked = step.test !== null && question.holds(step.test.slot)
      // Where there is nothing, nothing is held.
      const onTrue = isAsked && step.test.isNegated ? FREE : state
      const onFalse = isAsked && !step.test.isNegated ? FREE : state
      const ways = [follow(step.then, onTrue, walk), follow(step.else, onFalse, walk)]
      // finally { if (!isStillAtWork) await client.end() }: who asks so there has thought of the other case.
      const isLetGo = walk.isLast && (state & HELD) !== 0 && ways.some((each) => each !== 0 && (each & HELD) === 0)
      return isLetGo ? FREE : ways.reduce((sum, each) => sum | each, 0)
    }
    case 'loop': {
      const inner: Walk = { ...walk, exits: [] }
      const around = follow(step.body, state, inner) | ends(inner.exits, 'continue')
      const twice = follow(step.body, state | around, inner)
      exits.push(...inner.exits.filter(({ by }) => by === 'return' || by === 'throw'))
      const left = ends(inner.exits, 'break')
      // for (const close of closers) close(): nobody writes that for none.
      const isLetGo = (state & HELD) !== 0 && around !== 0 && (around & (HELD | CAUGHT)) === 0
      return step.isEndless ? left : (isLetGo ? 0 : state) | around | twice | left
    }
    case 'switch': {
      const inner: Walk = { ...walk, exits: [] }
      let falling = 0
      for (const each of step.cases) falling = follow(each, state | falling, inner)
      exits.push(...inner.exits.filter(({ by }) => by !== 'break'))
      return falling | ends(inner.exits, 'break') | (step.isTotal ? 0 : state)
    }
    case 'try':
      return tried(step, state, walk)
    case 'return': {
      const isHandedOn = question.holds(step.slot) || question.handsOn?.(step.slot) === true
      exits.push({ by: 'return', state: isHandedOn ? FREE : state, call: -1, start: step.start })
      return 0
    }
    case 'throw':
      exits.push({ by: 'throw', state, call: -1, start: step.start })
      return 0
    case 'break':
    case 'continue':
      exits.push({ by: step.kind, state, call: -1, start: -1 })
      return 0
    default:
      return state
  }
}

function afterCall(call: number, state: number, { question, exits }: Walk): number {
  const effect = question.effectOf(call)
  if (effect === 'exit') return 0
  if (effect === 'acquire' || effect === 'hands') return HELD
  if (effect === 'release') return FREE
  if (effect !== 'pass') exits.push({ by: 'throw', state: effect === 'spills' ? HELD : state, call, start: -1 })
  return state
}

function tried(step: Extract<Step, { kind: 'try' }>, before: number, walk: Walk): number {
  const inner: Walk = { ...walk, exits: [] }
  let after = follow(step.body, before, inner)
  let leaving = inner.exits
  if (step.catch) {
    const thrown = leaving.filter(({ by }) => by === 'throw')
    leaving = leaving.filter(({ by }) => by !== 'throw')
    walk.caught.push(...thrown.filter(({ state }) => (state & HELD) !== 0))
    const state = ends(thrown, 'throw')
    after |= follow(step.catch, (state & HELD) === 0 ? state : (state & ~HELD) | CAUGHT, { ...walk, exits: leaving })
  }
  if (!step.finally) {
    walk.exits.push(...leaving)
    return after
  }
  const last: Walk = { ...walk, exits: [], isLast: true }
  for (const exit of leaving) {
    const state = follow(step.finally, exit.state, last)
    if (state !== 0) walk.exits.push({ ...exit, state })
  }
  const end = after === 0 ? 0 : follow(step.finally, after, last)
  walk.exits.push(...last.exits)
  return end
}

function ends(exits: readonly Exit[], kind: Exit['by']): number {
  return exits.reduce((sum, { by, state }) => (by === kind ? sum | state : sum), 0)
}
