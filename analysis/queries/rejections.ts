import type { Step } from '../facts/facts.ts'
import type { Inquiry } from '../inquiry.ts'
import { isTimer } from './bounding.ts'
import { endsProcess } from './exits.ts'
import { lettingGo, settlesAt } from './letting-go.ts'
import { fateOf } from './fate.ts'
import { join, lostAt, NOTHING, under, type Loss, type Outcome, type Rejection } from './outcome.ts'

/** No shutdown is as deep as that; what generated code does may be. */
const DEPTH = 60
const PASSING = new Set(['then', 'catch', 'finally', 'map', 'flatMap'])

/** The rejections that get lost when a handler runs, and all the releases that it runs, in the order in which they begin. */
export function findLosses(
  inquiry: Inquiry,
  handler: number,
  inProgram: (file: string) => boolean,
): { readonly losses: readonly Loss[]; readonly begun: readonly number[] } {
  const { world, index } = inquiry
  const { code } = world
  const releases = lettingGo(inquiry)
  const outcomes = new Map<number, Outcome>()
  const begun: number[] = []
  let depth = 0
  const { rejects, losses } = outcomeOf(handler)
  return { losses: [...rejects.map((each) => ({ ...each, at: -1, fn: handler })), ...losses], begun }

  function outcomeOf(fn: number): Outcome {
    const known = outcomes.get(fn)
    const file = code.fileOfFunction(fn)
    if (known || depth === DEPTH || !inProgram(file.file)) return known ?? NOTHING
    outcomes.set(fn, NOTHING)
    depth++
    const found = follow(code.functionAt(fn).steps, file.call, false)
    depth--
    outcomes.set(fn, found)
    return found
  }

  function follow(steps: readonly Step[], first: number, isCaught: boolean): Outcome {
    return join(steps.map((step) => one(step, first, isCaught)))
  }

  function one(step: Step, first: number, isCaught: boolean): Outcome {
    switch (step.kind) {
      case 'call':
        return called(first + step.call, isCaught)
      case 'if':
        return join([follow(step.then, first, isCaught), follow(step.else, first, isCaught)])
      case 'loop':
        return follow(step.body, first, isCaught)
      case 'switch':
        return join(step.cases.map((each) => follow(each, first, isCaught)))
      case 'try': {
        // What is caught and thrown again is not caught.
        const catches = step.catch !== null && !step.catch.some(({ kind }) => kind === 'throw')
        return join([
          follow(step.body, first, isCaught || catches),
          follow(step.catch ?? [], first, isCaught),
          follow(step.finally ?? [], first, isCaught),
        ])
      }
      default:
        return NOTHING
    }
  }

  function called(call: number, isCaught: boolean): Outcome {
    if (endsProcess(world, index, call)) return NOTHING
    const { name } = code.callAt(call)
    if (releases.has(call)) begun.push(call)
    const rejects: Rejection[] = []
    const losses: Loss[] = []
    if (releases.get(call)?.some((each) => settlesAt(inquiry, call, each) === 'promise'))
      rejects.push({ release: call, way: [] })
    for (const fn of world.targets.get(call) ?? []) {
      const inner = fn < 0 ? NOTHING : outcomeOf(fn)
      losses.push(...under(call, inner.losses))
      // items.forEach(async …), new Promise(async …): nobody looks at what the function returns.
      if (name === 'forEach' || name === 'Promise') losses.push(...lostAt(call, fn, inner.rejects))
      else if (!index.membersAt.has(call) || PASSING.has(name)) rejects.push(...under(call, inner.rejects))
    }
    for (const fn of world.callbacks.get(call) ?? []) {
      const inner = fn < 0 ? NOTHING : outcomeOf(fn)
      losses.push(...under(call, inner.losses))
      // server.close(async () => …), setTimeout(async () => …)
      if (index.membersAt.has(call) || isTimer(inquiry, call)) losses.push(...lostAt(call, fn, inner.rejects))
    }
    const fate = fateOf(inquiry, call, isCaught)
    if (fate === 'lost') losses.push(...rejects.map((each) => ({ ...each, at: call, fn: -1 })))
    return { rejects: fate === 'passed' ? rejects : [], losses }
  }
}
