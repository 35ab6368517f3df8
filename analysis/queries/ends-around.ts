import type { Acquisition } from '../graph/tokens.ts'
import type { Inquiry } from '../inquiry.ts'
import { callersIn } from './callers.ts'
import { isExecutor } from './executors.ts'

/**
 * Whether a function lets go of it that has it in a variable of its own, and that runs the one which acquires it as a
 * part of itself: `let socket; try { await new Promise((resolve) => { socket = connect() }) } finally { socket?.end() }`.
 */
export function endsAround(inquiry: Inquiry, acquisition: Acquisition, home: number): boolean {
  const { world } = inquiry
  const { code } = world
  const file = code.fileOfFunction(home)
  const { variables, returnedBy, isStored } = inquiry.flowOf(acquisition)
  if (isStored) return false
  const letting = new Set(inquiry.releasesOf(acquisition).map(({ call }) => code.callerOf(call)))
  let fn = home
  while (isRunAtOnce(inquiry, fn)) {
    fn = file.fn + code.functionAt(fn).parent
    if (code.functionAt(fn).parent === -1) return false
    if (variables.has(fn) && letting.has(fn) && !returnedBy.has(fn)) return true
  }
  return false
}

/** Whether the function in which this one is written calls it, or makes a promise with it. */
function isRunAtOnce(inquiry: Inquiry, fn: number): boolean {
  const { code } = inquiry.world
  const file = code.fileOfFunction(fn)
  const { parent } = code.functionAt(fn)
  if (parent === -1) return false
  const isCalled = callersIn(inquiry.world)
    .of(fn)
    .some((call) => code.callerOf(call) === file.fn + parent)
  return isCalled || isExecutor(inquiry, fn)
}
